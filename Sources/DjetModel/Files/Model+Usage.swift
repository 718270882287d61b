import DjetStore

extension Model {
    /// How many bytes the files that a user has stored have together, and those that their jobs made.
    package func storedBytes(of user: String) async throws -> Int {
        try await database.first(queue.storedBytes(of: user), as: Int.self) ?? 0
    }

    /// How many jobs of a user have not ended; beyond a limit nobody counts.
    package func liveJobs(of user: String, atMost limit: Int) async throws -> Int {
        try await database.first(queue.liveJobs(of: user, atMost: limit), as: Int.self) ?? 0
    }
}
