package import DjetStore

extension Model {
    /// Runs a function now and returns its value.
    ///
    /// An `.atomic` function runs in a transaction of its own, or in the one that is open already. Throws
    /// what the function throws; what an SQL function raised with one of Djet's codes comes as `ModelError`.
    public func call<Function: ModelFunction>(_ function: Function) async throws -> Function.Output {
        do {
            guard Function.commit.isAtomic, !isInTransaction else {
                return try await function.run(in: self)
            }
            return try await transaction { try await function.run(in: $0) }
        } catch let error as StoreError {
            throw ModelError(error) ?? error
        }
    }

    /// Runs `body` in a transaction, or in a savepoint of the one that is open already.
    ///
    /// In a job that has been taken away from its worker meanwhile nothing is committed: the fence refuses it with a
    /// `StoreError`.
    public func transaction<Result: Sendable>(
        _ body: (Model) async throws -> Result
    ) async throws -> Result {
        let scope = TransactionScope()
        defer { scope.end() }
        return try await database.withConnection { connection in
            try await connection.transaction(last: { _ in fence }) { connection in
                try await body(bound(to: connection, scope))
            }
        }
    }

    /// What comes last in a transaction of a job's; whoever has opened the one that is open already sees to its end.
    private var fence: [Statement] {
        guard let job, !isInTransaction else { return [] }
        return [queue.hold(worker: job.worker, id: job.ticket.number, attempt: job.attempt)]
    }

    /// The same environment in a transaction that is open on a connection.
    package func bound(to connection: Connection, _ scope: TransactionScope) -> Model {
        var copy = self
        copy.database = connection
        // A savepoint's jobs exist no sooner than the whole transaction commits.
        copy.transactionScope = transactionScope ?? scope
        return copy
    }

    /// Says how far the function is. It costs little and may be said often: it is passed on a few times a
    /// second.
    public func report(done: Int, of: Int? = nil, note: String? = nil) async {
        await reporter?(JobProgress(done: done, of: of, note: note))
    }

    /// The same environment, whose functions' progress is told to `sink`.
    public func reporting(to sink: @escaping @Sendable (JobProgress) async -> Void) -> Model {
        var copy = self
        copy.reporter = sink
        return copy
    }
}
