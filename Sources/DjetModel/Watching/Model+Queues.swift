import DjetStore

extension Model {
    /// The queues that have jobs or workers, or have been paused, by name.
    public func queues() async throws -> [QueueRecord] {
        try await database.rows(queue.queues)
    }

    /// Lets no worker claim from a queue any more; what runs goes on. Returns false if it was paused already.
    /// Throws `ModelError.invalid` if it cannot be the name of a queue.
    @discardableResult
    public func pause(_ name: String) async throws -> Bool {
        try await answer(queue.pause(name, by: user)) ?? false
    }

    /// Lets workers claim from a queue again, and wakes them. Returns false if it was not paused.
    @discardableResult
    public func resume(_ name: String) async throws -> Bool {
        try await database.first(queue.resume(name)) ?? false
    }
}
