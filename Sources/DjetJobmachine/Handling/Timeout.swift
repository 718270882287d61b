import DjetModel
import DjetStore

/// Runs `body`, and cancels it if it takes longer than a limit, of which `onLimit` is told. Throws
/// `JobError.timedOut` then, once `body` has ended, unless it has done its work all the same.
func within<Result: Sendable>(
    _ limit: Duration?, onLimit: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    guard let limit else { return try await body() }
    let isOver = Guarded(false)
    let work = Task { try await body() }
    // Not where everybody's code runs: it may be what keeps that busy.
    let alarm = Task(executorPreference: Reactor.shared) {
        try await Reactor.shared.sleep(for: limit)
        isOver.withLock { $0 = true }
        onLimit()
        work.cancel()
    }
    defer { alarm.cancel() }
    do {
        return try await withTaskCancellationHandler {
            try await work.value
        } onCancel: {
            work.cancel()
        }
    } catch  where isOver.withLock({ $0 }) {
        throw JobError.timedOut(seconds: limit / .seconds(1))
    }
}
