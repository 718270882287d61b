import DjetStore

extension Model {
    /// Returns the queues that have jobs, workers or limits, or are paused, by name.
    ///
    /// - Parameters:
    ///   - name: the name after which they begin; nil for the first one.
    ///   - limit: the most queues; nil for all.
    public func queues(after name: String? = nil, limit: Int? = nil) async throws -> [QueueRecord] {
        try await database.rows(queue.queues(after: name, limit: limit))
    }

    /// Pauses a queue: workers claim no more from it, nor from those below it, and running jobs go on.
    /// Returns false if it was paused already. Throws `ModelError.invalid` for an invalid name.
    @discardableResult
    public func pause(_ name: String) async throws -> Bool {
        try await answer(queue.pause(name, by: user)) ?? false
    }

    /// Resumes a queue, and wakes its workers. Returns false if it was not paused.
    @discardableResult
    public func resume(_ name: String) async throws -> Bool {
        try await database.first(queue.resume(name)) ?? false
    }

    /// Sets the limits of a queue in place of those that it had; empty ones remove them. They hold over all
    /// workers, for every claim that begins after this has returned, and the jobs that run already count.
    ///
    /// A queue that had no limits may be in the middle of a claim, which takes its jobs without them. These
    /// run beside the jobs that the limits allow. They count as soon as the limits are set again.
    ///
    /// Throws `ModelError.invalid` for values that no limit can have, and `ModelError.conflict` if a queue
    /// above or below it has a key.
    public func limit(_ name: String, to limit: QueueLimit) async throws {
        for count in [limit.running, limit.runningPerKey].compactMap(\.self)
        where !QueueLimit.counts.contains(count) {
            throw ModelError.invalid("a limit of running jobs must be from 1 to 1,000,000 (got \(count))")
        }
        if limit.isEmpty {
            _ = try await answer(queue.dropLimit(name), as: Bool.self)
        } else {
            _ = try await answer(queue.setLimit(name, to: limit, by: user), as: Bool.self)
        }
    }
}
