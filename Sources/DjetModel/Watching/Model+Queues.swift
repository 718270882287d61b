import DjetStore

extension Model {
    /// Returns the queues that have jobs or workers, or are paused, by name.
    ///
    /// - Parameters:
    ///   - name: the name after which they begin; nil for the first one.
    ///   - limit: the most queues; nil for all.
    public func queues(after name: String? = nil, limit: Int? = nil) async throws -> [QueueRecord] {
        try await database.rows(queue.queues(after: name, limit: limit))
    }

    /// Pauses a queue: workers claim no more from it, and running jobs go on. Returns false if it was paused
    /// already. Throws `ModelError.invalid` for an invalid name.
    @discardableResult
    public func pause(_ name: String) async throws -> Bool {
        try await answer(queue.pause(name, by: user)) ?? false
    }

    /// Resumes a queue, and wakes its workers. Returns false if it was not paused.
    @discardableResult
    public func resume(_ name: String) async throws -> Bool {
        try await database.first(queue.resume(name)) ?? false
    }
}
