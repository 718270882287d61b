package import DjetJobmachine
package import DjetModel
import DjetTesting

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
    middleware: [any JobMiddleware] = [],
    configuration: WorkerConfiguration = WorkerConfiguration(grace: .seconds(5)),
    _ body: () async throws -> Result
) async throws -> Result {
    let worker = Worker(
        model, handlers: handlers, chores: chores, middleware: middleware, configuration: configuration)
    return try await withRunning(worker, TestDatabase.logger, body)
}
