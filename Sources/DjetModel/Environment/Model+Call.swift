package import DjetStore

extension Model {
    /// Runs a function now and returns its value.
    ///
    /// An `.atomic` function runs in a transaction of its own, or in the open one. Throws the function's
    /// error; an error that SQL raised with one of Djet's codes becomes a `ModelError`.
    public func call<Function: ModelFunction>(_ function: Function) async throws -> Function.Output {
        try await ModelError.translating {
            guard Function.commit.isAtomic, !isInTransaction else {
                return try await function.run(in: self)
            }
            return try await transaction { try await function.run(in: $0) }
        }
    }

    /// Runs `body` in a transaction, or in a savepoint of the open one.
    ///
    /// Nothing is committed in a job that its worker has lost meanwhile: the fence refuses it with a
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

    /// The statements that end a transaction of a job. Only the outermost transaction has them.
    private var fence: [Statement] {
        guard let job, !isInTransaction else { return [] }
        return [queue.assertHeld(worker: job.worker, id: job.ticket.number, attempt: job.attempt)]
    }

    /// Returns the same environment in a transaction that is open on a connection.
    package func bound(to connection: Connection, _ scope: TransactionScope) -> Model {
        var copy = self
        copy.database = connection
        // A savepoint's jobs exist only once the whole transaction commits.
        copy.transactionScope = transactionScope ?? scope
        return copy
    }

    /// Reports the function's progress. It is cheap and may be called often: a report is passed on a few
    /// times a second.
    public func report(done: Int, of: Int? = nil, note: String? = nil) async {
        await reporter?(JobProgress(done: done, of: of, note: note))
    }

    /// Returns the same environment, with progress reported to `sink`.
    public func reporting(to sink: @escaping @Sendable (JobProgress) async -> Void) -> Model {
        var copy = self
        copy.reporter = sink
        return copy
    }
}

/// The state of a transaction, open or ended. Tickets of jobs that it offloaded ask for it.
package final class TransactionScope: Sendable {
    private let isEnded = Guarded(false)

    package init() {}

    package var isOpen: Bool { !isEnded.withLock { $0 } }

    package func end() {
        isEnded.withLock { $0 = true }
    }
}
