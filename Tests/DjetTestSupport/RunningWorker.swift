package import DjetJobmachine
package import DjetModel
import ServiceLifecycle

/// Runs a worker beside `body`, and stops it afterwards as SIGTERM would.
package func withWorker<Result: Sendable>(
    _ model: Model, handlers: [any JobHandler] = [],
    configuration: WorkerConfiguration = WorkerConfiguration(grace: .seconds(5)),
    _ body: () async throws -> Result
) async throws -> Result {
    let group = ServiceGroup(
        services: [Worker(model, handlers: handlers, configuration: configuration)],
        logger: TestDatabase.logger)
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
