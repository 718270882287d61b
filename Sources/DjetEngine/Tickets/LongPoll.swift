import ServiceLifecycle

/// The wait for a job that a client asks for (RFC 7240, `wait`).
struct LongPoll {
    /// The longest wait that a client can ask for, in seconds.
    static let longest = 60

    let seconds: Int

    /// Returns the value of `body`; nil, and cancels it, if the time is over or the server is asked to stop
    /// first. Throws the errors of `body`.
    func value<Value: Sendable>(
        of body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { tasks in
            tasks.addTask { try await body() }
            tasks.addTask {
                await cancelWhenGracefulShutdown {
                    _ = try? await Task.sleep(for: .seconds(min(seconds, Self.longest)))
                }
                return nil
            }
            defer { tasks.cancelAll() }
            return try await tasks.next() ?? nil
        }
    }
}
