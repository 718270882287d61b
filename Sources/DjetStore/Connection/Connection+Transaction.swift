import CLibPQ

extension Connection {
    /// Runs `body` in a transaction: it commits if `body` returns, and rolls back if it throws.
    ///
    /// A transaction inside another is a savepoint. Throws what `body` throws; `StoreError` with code
    /// `.rolledBack` if `body` hid the failure of a statement; with code `.connectionLost` if the connection
    /// broke, in which case only a look at the tables tells whether the commit took place.
    public func transaction<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await transaction(last: { _ in [] }, body)
    }

    /// The same, with statements that go out in one flush with the commit; if one fails, all is rolled back.
    package func transaction<Result: Sendable>(
        last: (Result) throws -> [Statement], _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        let place = beginTransaction()
        defer { endTransaction(place) }
        // Not awaited: the first statement of `body` follows in its wake.
        post(place.isOutermost ? "begin" : Self.savepoint("savepoint", place))
        do {
            let result = try await body(self)
            let statements = try last(result)
            if place.isOutermost {
                try await commit(after: statements)
            } else {
                try await release(place, after: statements)
            }
            return result
        } catch {
            await undo(place)
            throw error
        }
    }

    /// Rings when what runs on this connection has been committed: at once if no transaction is open.
    ///
    /// A commit that notifies holds a lock of the whole server while it is written to disk, so the ring is a
    /// transaction of its own behind the commit, in the same flush. Where somebody else sends the commit, the
    /// ring has to be part of it.
    package func ring(_ calls: [Call]) async throws {
        let isOurs = wire.withLock { wire in
            if wire.transaction.isOurs { wire.transaction.rings += calls }
            return wire.transaction.isOurs
        }
        if !isOurs { _ = try await pipeline(Self.ring(calls)) }
    }

    /// What rings, each word by a statement of its own.
    package static func ring(_ calls: some Sequence<Call>) -> [Statement] {
        Dictionary(grouping: Set(calls), by: \.word).map { ring($1.map(\.channel), saying: $0) }
    }

    package static func ring(_ channels: [String], saying word: String = "") -> Statement {
        "select pg_notify(channel, \(word)) from unnest(\(channels)::text[]) channel"
    }

    // MARK: Parts

    /// Where a transaction stands among those that are open.
    private struct Place {
        let depth: Int
        let isOutermost: Bool
        /// How many rings were due before it.
        let ringCount: Int
    }

    private func beginTransaction() -> Place {
        wire.withLock { wire in
            wire.transaction.depth += 1
            // One may have been begun by hand, or by the owner of a lent connection.
            let isOutermost = wire.transaction.depth == 1 && !wire.isInServerTransaction
            if isOutermost { wire.transaction.isOurs = true }
            return Place(
                depth: wire.transaction.depth, isOutermost: isOutermost,
                ringCount: wire.transaction.rings.count)
        }
    }

    private func endTransaction(_ place: Place) {
        wire.withLock { wire in
            wire.transaction.depth -= 1
            if place.isOutermost { wire.transaction.isOurs = false }
        }
    }

    private func commit(after statements: [Statement]) async throws {
        let (calls, hasFailed) = wire.withLock { wire in
            defer { wire.transaction.rings = [] }
            return (wire.transaction.rings, PQtransactionStatus(wire.pointer) == PQTRANS_INERROR)
        }
        var segments = [statements + ["commit"]]
        if !calls.isEmpty, !hasFailed { segments.append(Self.ring(calls)) }
        let outcomes = try await exchangeToTheEnd(segments, awaiting: 1)
        if try outcomes[0].get().last?.command == "ROLLBACK" {
            throw StoreError(
                .rolledBack, "nothing was committed, because a statement of the transaction had failed before"
            )
        }
    }

    private func release(_ place: Place, after statements: [Statement]) async throws {
        // With every answer in, and none of them bad, nothing can come of it that would have to be waited for.
        let isSound = wire.withLock {
            $0.isOwned && $0.exchanges.isEmpty && PQtransactionStatus($0.pointer) == PQTRANS_INTRANS
        }
        if isSound, statements.isEmpty { return post(Self.savepoint("release savepoint", place)) }
        let outcome = try await exchangeToTheEnd([statements + [Self.savepoint("release savepoint", place)]])
        _ = try outcome[0].get()
    }

    private func undo(_ place: Place) async {
        wire.withLock { wire in
            let surplus = wire.transaction.rings.count - place.ringCount
            if surplus > 0 { wire.transaction.rings.removeLast(surplus) }
        }
        let statements: [Statement] =
            place.isOutermost
            ? ["rollback"]
            : [
                Self.savepoint("rollback to savepoint", place),
                Self.savepoint("release savepoint", place),
            ]
        // A connection on which this fails is broken, or is closed by the pool because of its open
        // transaction.
        _ = try? await exchangeToTheEnd([statements])
    }

    private static func savepoint(_ command: String, _ place: Place) -> Statement {
        Statement(text: "\(command) djet_\(place.depth)")
    }
}
