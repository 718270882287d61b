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
        let depth = wire.withLock { wire in
            wire.transactionDepth += 1
            return wire.transactionDepth
        }
        defer { wire.withLock { $0.transactionDepth -= 1 } }
        let isOutermost = depth == 1 && !isLentInTransaction
        // Not awaited: the first statement of `body` follows in its wake.
        post(isOutermost ? "begin" : Self.savepoint("savepoint", depth))
        do {
            let result = try await body(self)
            let statements = try last(result)
            if isOutermost {
                try await commit(after: statements)
            } else {
                try await release(depth, after: statements)
            }
            return result
        } catch {
            await undo(isOutermost ? nil : depth)
            throw error
        }
    }

    /// Rings when what runs on this connection has been committed: at once if no transaction is open.
    ///
    /// A commit that notifies holds a lock of the whole server while it is written to disk, so the ring is a
    /// transaction of its own behind the commit, in the same flush. Where somebody else sends the commit, the
    /// ring has to be part of it.
    package func ring(_ channels: [String]) async throws {
        let isOurs = wire.withLock { wire in
            if wire.transactionDepth > 0, wire.isOwned { wire.ringsAfterCommit += channels }
            return wire.transactionDepth > 0 && wire.isOwned
        }
        if !isOurs { try await query(Self.ring(channels)) }
    }

    package static func ring(_ channels: [String]) -> Statement {
        "select pg_notify(channel, '') from unnest(\(channels)::text[]) channel"
    }

    private func commit(after statements: [Statement]) async throws {
        let channels = wire.withLock { wire in
            defer { wire.ringsAfterCommit = [] }
            return Array(Set(wire.ringsAfterCommit))
        }
        var segments = [statements + ["commit"]]
        if !channels.isEmpty { segments.append([Self.ring(channels)]) }
        let outcomes = try await exchangeToTheEnd(segments)
        if try outcomes[0].get().last?.command == "ROLLBACK" {
            throw StoreError(
                .rolledBack, "nothing was committed, because a statement of the transaction had failed before"
            )
        }
    }

    private func release(_ depth: Int, after statements: [Statement]) async throws {
        let outcome = try await exchangeToTheEnd([statements + [Self.savepoint("release savepoint", depth)]])
        _ = try outcome[0].get()
    }

    private func undo(_ savepoint: Int?) async {
        await settle()
        let statements: [Statement]
        if let savepoint {
            statements = [
                Self.savepoint("rollback to savepoint", savepoint),
                Self.savepoint("release savepoint", savepoint),
            ]
        } else {
            statements = ["rollback"]
            wire.withLock { $0.ringsAfterCommit = [] }
        }
        // A connection on which this fails is broken, or is closed by the pool because of its open
        // transaction.
        _ = try? await exchangeToTheEnd([statements])
    }

    private var isLentInTransaction: Bool {
        wire.withLock { !$0.isOwned && $0.isInServerTransaction }
    }

    private static func savepoint(_ command: String, _ depth: Int) -> Statement {
        Statement(text: "\(command) djet_\(depth)")
    }
}
