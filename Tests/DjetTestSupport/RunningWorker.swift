package import DjetJobmachine
package import DjetModel
import ServiceLifecycle

/// Runs a test on a database of its own, with a model of these functions and a worker beside it.
package func withWorker<Result: Sendable>(
    of functions: [any ModelFunction.Type], connections: Int = 20,
    configuration: WorkerConfiguration = WorkerConfiguration(grace: .seconds(5)),
    _ body: (TestDatabase, Model) async throws -> Result
) async throws -> Result {
    try await withDatabase(connections: connections) { database in
        let model = database.model(functions)
        return try await withWorker(model, configuration: configuration) {
            try await body(database, model)
        }
    }
}

/// Runs a worker beside `body`, and stops it afterwards as SIGTERM would.
package func withWorker<Result: Sendable>(
    _ model: Model, handlers: [any JobHandler] = [], chores: [Chore] = [],
    configuration: WorkerConfiguration = WorkerConfiguration(grace: .seconds(5)),
    _ body: () async throws -> Result
) async throws -> Result {
    let group = ServiceGroup(
        services: [Worker(model, handlers: handlers, chores: chores, configuration: configuration)],
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
