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
        try await transaction(isConfirmed: true, body)
    }

    /// The same, with statements that go out in one flush with the commit; if one fails, all is rolled back.
    ///
    /// - Parameter isConfirmed: whether a savepoint ends only when all is known to have succeeded that was posted in it. If
    ///   not, its end is posted, too, and whatever is found to have failed later undoes the whole transaction.
    package func transaction<Result: Sendable>(
        isConfirmed: Bool = true, last: (Result) throws -> [Statement] = { _ in [] },
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        let place = beginTransaction(isConfirmed: isConfirmed)
        defer { endTransaction(place) }
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
        Dictionary(grouping: Set(calls), by: { $0.word }).map { word, calls in
            ring(calls.map { $0.channel }, saying: word)
        }
    }

    package static func ring(_ channels: [String], saying word: String = "") -> Statement {
        "select pg_notify(channel, \(word)) from unnest(\(channels)::text[]) channel"
    }

    /// Whether the transaction can only be rolled back. Unknown, and then false, while an answer is outstanding.
    package var hasFailedTransaction: Bool {
        wire.withLock { PQtransactionStatus($0.pointer) == PQTRANS_INERROR }
    }

    // MARK: Parts

    /// Where a transaction stands among those that are open.
    private struct Place {
        let depth: Int
        let isOutermost: Bool
        /// The statement that opens it.
        let opening: Statement
        /// How many rings were due before it.
        let ringCount: Int
        /// Whether its end waits for what was posted in it.
        let isConfirmed: Bool
        /// Whether what fails in it may be what was posted before it.
        let followsOthers: Bool
    }

    private func beginTransaction(isConfirmed: Bool) -> Place {
        wire.withLock { wire in
            wire.transaction.depth += 1
            // One may have been begun by hand, or by the owner of a lent connection.
            let isOutermost = wire.transaction.depth == 1 && !wire.isInServerTransaction
            if isOutermost { wire.transaction.isOurs = true }
            let depth = wire.transaction.depth
            let opening = isOutermost ? "begin" : Self.savepoint("savepoint", depth)
            let followsOthers = !isConfirmed && !wire.transaction.posted.isEmpty
            wire.transaction.posted.append(opening)
            return Place(
                depth: depth, isOutermost: isOutermost, opening: opening,
                ringCount: wire.transaction.rings.count, isConfirmed: isConfirmed,
                followsOthers: followsOthers)
        }
    }

    private func endTransaction(_ place: Place) {
        wire.withLock { wire in
            wire.transaction.depth -= 1
            guard place.isOutermost else { return }
            wire.transaction.isOurs = false
            wire.transaction.isVoid = false
        }
    }

    private func commit(after statements: [Statement]) async throws {
        let (calls, mayRing, isEmpty) = wire.withLock { wire in
            defer { wire.transaction.rings = [] }
            let isEmpty = statements.isEmpty && wire.transaction.rings.isEmpty
            return (
                wire.transaction.rings, PQtransactionStatus(wire.pointer) != PQTRANS_INERROR,
                isEmpty && wire.transaction.dropBegin()
            )
        }
        if isEmpty { return }
        var segments = [statements + ["commit"]]
        if !calls.isEmpty, mayRing { segments.append(Self.ring(calls)) }
        let outcomes = try await exchangeToTheEnd(segments, awaiting: 1, within: limits.commit)
        if try outcomes[0].get().last?.command == "ROLLBACK" { throw Self.nothingCommitted }
    }

    /// What is said when the failure of a statement was hidden.
    static let nothingCommitted = StoreError(
        .rolledBack, "nothing was committed, because a statement of the transaction had failed before")

    private func release(_ place: Place, after statements: [Statement]) async throws {
        let isReleased = wire.withLock { wire in
            guard statements.isEmpty, wire.isOwned, wire.exchanges.isEmpty else { return false }
            if wire.transaction.posted.last == place.opening {
                // Nothing has been done in it.
                wire.transaction.posted.removeLast()
                return true
            }
            // With every answer in, and none of them bad, nothing can come of it that would have to be waited for.
            let status = PQtransactionStatus(wire.pointer)
            let isKnown = wire.transaction.posted.isEmpty && status == PQTRANS_INTRANS
            guard isKnown || !place.isConfirmed && status != PQTRANS_INERROR else { return false }
            wire.transaction.posted.append(Self.savepoint("release savepoint", place.depth))
            return true
        }
        if isReleased { return }
        let outcome = try await exchangeToTheEnd(
            [statements + [Self.savepoint("release savepoint", place.depth)]])
        _ = try outcome[0].get()
    }

    private func undo(_ place: Place) async {
        // The savepoint of this name may be that of the one before, whose failure this may be: it stays a failure of all.
        if place.followsOthers, hasFailedTransaction { return }
        let isUnknown = wire.withLock { wire in
            let surplus = wire.transaction.rings.count - place.ringCount
            if surplus > 0 { wire.transaction.rings.removeLast(surplus) }
            return wire.transaction.dropPosted(since: place.opening)
        }
        // The server has not heard of it yet.
        if isUnknown { return }
        let statements: [Statement] =
            place.isOutermost
            ? ["rollback"]
            : [
                Self.savepoint("rollback to savepoint", place.depth),
                Self.savepoint("release savepoint", place.depth),
            ]
        // A connection on which this fails is broken, or is closed by the pool because of its open
        // transaction.
        _ = try? await exchangeToTheEnd([statements], within: limits.commit)
    }

    private static func savepoint(_ command: String, _ depth: Int) -> Statement {
        Statement(text: "\(command) djet_\(depth)")
    }
}
