import DjetStore

extension Model {
    /// Returns the total bytes of the files that a user or their jobs stored.
    package func storedBytes(of user: String) async throws -> Int {
        try await database.first(queue.storedBytes(of: user), as: Int.self) ?? 0
    }

    /// Returns the number of a user's jobs that have not ended, counted up to `limit`.
    package func liveJobs(of user: String, atMost limit: Int) async throws -> Int {
        try await database.first(queue.liveJobs(of: user, atMost: limit), as: Int.self) ?? 0
    }
}
