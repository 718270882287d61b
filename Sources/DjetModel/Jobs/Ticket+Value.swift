import DjetJSON
import DjetStore

extension Ticket {
    /// The function's output, once the job has ended. A ring tells it, without polling.
    ///
    /// Throws the function's error if it is `Codable` and known here, otherwise `JobError.failed`;
    /// `JobError.cancelled`; `JobError.unknown`; and `JobError.notCommitted` if the transaction that
    /// offloaded the job is still open, so that no worker can run it. A secret reply is decrypted; throws
    /// `ModelError.unavailable` if its key is missing.
    public var value: Output {
        get async throws { try JSON.value(from: try await reply) }
    }

    /// Returns the function's output if the job ends within a time; nil if it does not. The job goes on.
    /// Throws what `value` throws.
    public func value(within limit: Duration) async throws -> Output? {
        try await withThrowingTaskGroup(of: Output?.self) { tasks in
            tasks.addTask { try await value }
            tasks.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { tasks.cancelAll() }
            return try await tasks.next() ?? nil
        }
    }

    /// The function's output in plain, as JSON, for callers who do not know its type. Throws what `value`
    /// throws.
    package var reply: String {
        get async throws {
            if let outcome { return try outcome.mapError(\.error).get() }
            if scope?.isOpen == true { throw JobError.notCommitted(id) }
            model.slotLender?.lend()
            defer { model.slotLender?.takeBack() }
            // Waits and asks on the reactor's thread: one change of thread, at the end.
            let outcome = try await withTaskExecutorPreference(Reactor.shared) {
                try await TicketWatch<JobOutcome>(id, in: model).end()
            }
            guard let result = try outcome?.result else {
                throw Task.isCancelled
                    ? CancellationError() : StoreError(.connectionLost, "the store was closed")
            }
            return try await model.readable(result.get(), of: id)
        }
    }

    /// The job's progress at each change, until it has ended.
    public var progress: ProgressUpdates {
        ProgressUpdates(watch: outcome == nil ? TicketWatch(id, in: model) : nil)
    }
}
