import DjetModel

/// Runs `body`, and cancels it if it takes longer than a limit, of which `onLimit` is told. Throws
/// `JobError.timedOut` then, once `body` has ended.
func within<Result: Sendable>(
    _ limit: Duration?, onLimit: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    guard let limit else { return try await body() }
    return try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        if let first = try await group.next(), let result = first { return result }
        onLimit()
        group.cancelAll()
        while await group.nextResult() != nil {}
        throw JobError.timedOut(seconds: limit / .seconds(1))
    }
}
