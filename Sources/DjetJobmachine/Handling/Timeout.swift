import DjetModel
import DjetStore

/// Runs `body`; after `limit` it calls `onLimit` and cancels `body`. If `body` then throws, it throws
/// `JobError.timedOut` instead; a result that comes all the same is returned.
package func within<Result: Sendable>(
    _ limit: Duration?, onLimit: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    guard let limit else { return try await body() }
    let isOver = Guarded(false)
    // A task of its own, which the alarm can cancel, and which the caller's executor does not bind.
    let work = Task { try await body() }
    do {
        return try await withAlarm(after: limit) {
            try await withTaskCancellationHandler {
                try await work.value
            } onCancel: {
                work.cancel()
            }
        } onAlarm: {
            isOver.withLock { $0 = true }
            onLimit()
            work.cancel()
        }
    } catch  where isOver.withLock({ $0 }) {
        throw JobError.timedOut(seconds: limit / .seconds(1))
    }
}
