public import DjetModel
import DjetStore

/// The error of a test, or of a `drain()`, that took longer than its limit.
public struct OverdueTest: Error, CustomStringConvertible {
    /// The limit.
    public let limit: Duration
    /// The jobs that had not ended.
    public let jobs: [JobSummary]

    /// The message, with the jobs.
    public var description: String {
        guard !jobs.isEmpty else { return "not done within \(limit); no job was left" }
        return """
            not done within \(limit). These jobs had not ended (one that has been entered needs a worker, or drain(), \
            and one that is scheduled its time):
            \(jobs.lines)
            """
    }
}

/// Runs `body`. If it takes longer than `limit`, calls `end`, which must end the model's database and so
/// whatever waits for it, and throws `OverdueTest`.
func within<Result: Sendable>(
    _ limit: Duration, of model: Model, _ connectionString: String,
    _ end: @escaping @Sendable () async -> Void,
    _ body: () async throws -> Result
) async throws -> Result {
    let overdue = Guarded<OverdueTest?>(nil)
    do {
        return try await withAlarm(after: limit) {
            try await body()
        } onAlarm: {
            Task(executorPreference: Reactor.shared) {
                let jobs = try? await liveJobs(of: model, connectionString)
                overdue.withLock { $0 = OverdueTest(limit: limit, jobs: jobs ?? []) }
                await end()
                await model.store.close()
            }
        }
    } catch {
        if let overdue = overdue.withLock({ $0 }) { throw overdue }
        throw error
    }
}

/// Returns the live jobs over a connection of its own: the store may have none that is free.
private func liveJobs(of model: Model, _ connectionString: String) async throws -> [JobSummary] {
    let connection = try await Connection.open(connectionString, logger: model.logger)
    defer { connection.close() }
    return try await connection.rows(model.queue.live)
}
