package import DjetJobmachine
package import Logging
import ServiceLifecycle

/// Runs a worker beside `body`, and stops it afterwards as SIGTERM would.
package func withRunning<Result: Sendable>(
    _ worker: Worker, _ logger: Logger, _ body: () async throws -> Result
) async throws -> Result {
    let group = ServiceGroup(services: [worker], logger: logger)
    let run = Task { try await group.run() }
    do {
        let result = try await body()
        await group.triggerGracefulShutdown()
        try await run.value
        return result
    } catch {
        await group.triggerGracefulShutdown()
        try? await run.value
        throw error
    }
}
