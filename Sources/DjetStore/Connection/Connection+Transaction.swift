import CLibPQ

extension Connection {
    /// Runs `body` in a transaction: it commits if `body` returns, and rolls back if it throws.
    ///
    /// A transaction inside another is a savepoint. Throws what `body` throws; `StoreError` with code
    /// `.rolledBack` if `body` hid the failure of a statement; with code `.connectionLost` if the connection
    /// broke, and then only the tables tell whether the commit took place.
    public func transaction<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await transaction(isConfirmed: true, body)
    }

    /// The same, with `last` statements that go out in one flush with the commit; if one fails, everything is
    /// rolled back.
    ///
    /// - Parameter isConfirmed: true if a savepoint ends only once everything posted in it is known to have
    ///   succeeded. If false, its end is posted, too, and a failure found later undoes the whole transaction.
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

    /// True if the transaction can only be rolled back. False, since unknown, while an answer is outstanding.
    package var hasFailedTransaction: Bool {
        wire.withLock { PQtransactionStatus($0.pointer) == PQTRANS_INERROR }
    }

    // MARK: Parts

    /// The place of a transaction among the open ones.
    private struct Place {
        let depth: Int
        let isOutermost: Bool
        /// The statement that opens it.
        let opening: Statement
        /// The number of rings that were due before it.
        let ringCount: Int
        /// True if its end waits for the statements posted in it.
        let isConfirmed: Bool
        /// True if a failure in it may come from statements posted before it.
        let followsOthers: Bool
    }

    private func beginTransaction(isConfirmed: Bool) -> Place {
        wire.withLock { wire in
            wire.transaction.depth += 1
            // A transaction may have been begun by hand, or by the owner of a lent connection.
            let isOutermost = wire.transaction.depth == 1 && !wire.isInServerTransaction
            if isOutermost { wire.transaction.isOurs = true }
            let depth = wire.transaction.depth
            let opening: Statement = isOutermost ? .begin : Self.savepoint("savepoint", depth)
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
        let (rings, mayRing, isEmpty) = wire.withLock { wire in
            defer { wire.transaction.rings = [] }
            let isEmpty = statements.isEmpty && wire.transaction.rings.isEmpty
            return (
                wire.transaction.rings, PQtransactionStatus(wire.pointer) != PQTRANS_INERROR,
                isEmpty && wire.transaction.dropBegin()
            )
        }
        if isEmpty { return }
        var segments = [statements + ["commit"]]
        if !rings.isEmpty, mayRing { segments.append(Self.ring(rings)) }
        let outcomes = try await exchangeUncancellably(segments, awaiting: 1, within: limits.commit)
        if try outcomes[0].get().last?.command == "ROLLBACK" { throw Self.nothingCommitted }
    }

    /// The error of a commit after a hidden failure of a statement.
    static let nothingCommitted = StoreError(
        .rolledBack, "nothing was committed: a statement of the transaction had failed")

    private func release(_ place: Place, after statements: [Statement]) async throws {
        let isReleased = wire.withLock { wire in
            guard statements.isEmpty, wire.isOwned, wire.exchanges.isEmpty else { return false }
            if wire.transaction.posted.last == place.opening {
                // Nothing was done in it.
                wire.transaction.posted.removeLast()
                return true
            }
            // All answers are in and none failed, so the release cannot fail and need not be awaited.
            let status = PQtransactionStatus(wire.pointer)
            let isKnown = wire.transaction.posted.isEmpty && status == PQTRANS_INTRANS
            guard isKnown || !place.isConfirmed && status != PQTRANS_INERROR else { return false }
            wire.transaction.posted.append(Self.savepoint("release savepoint", place.depth))
            return true
        }
        if isReleased { return }
        let outcome = try await exchangeUncancellably(
            [statements + [Self.savepoint("release savepoint", place.depth)]])
        _ = try outcome[0].get()
    }

    private func undo(_ place: Place) async {
        // The savepoint of this name may be the previous one's, and so may the failure: it stays a failure of
        // the whole transaction.
        if place.followsOthers, hasFailedTransaction { return }
        let isUnknown = wire.withLock { wire in
            let surplus = wire.transaction.rings.count - place.ringCount
            if surplus > 0 { wire.transaction.rings.removeLast(surplus) }
            return wire.transaction.dropPosted(since: place.opening)
        }
        // The server does not know of it yet.
        if isUnknown { return }
        let statements: [Statement] =
            place.isOutermost
            ? ["rollback"]
            : [
                Self.savepoint("rollback to savepoint", place.depth),
                Self.savepoint("release savepoint", place.depth),
            ]
        // If this fails, the connection is broken, or the pool closes it because of its open transaction.
        _ = try? await exchangeUncancellably([statements], within: limits.commit)
    }

    private static func savepoint(_ command: String, _ depth: Int) -> Statement {
        Statement(text: "\(command) djet_\(depth)")
    }
}
