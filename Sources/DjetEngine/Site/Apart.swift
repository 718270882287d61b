/// Runs `body` in a task of its own and waits for it; it is cancelled with the caller's.
///
/// A task keeps the memory of its deepest call until it ends. One that lives as long as somebody's connection
/// has to keep its own calls shallow, or thousands of them cost tens of kilobytes each.
func apart<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    let task = Task { try await body() }
    return try await withTaskCancellationHandler {
        try await task.value
    } onCancel: {
        task.cancel()
    }
}
