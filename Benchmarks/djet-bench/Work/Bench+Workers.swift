import DjetJobmachine
import DjetModel
import DjetStore
import ServiceLifecycle

extension Bench {
    /// Runs `body` beside one worker on the same store. The line is empty at the start.
    func withWorker<Result: Sendable>(
        providing service: some Sendable, _ body: @escaping @Sendable (Model) async throws -> Result
    ) async throws -> Result {
        try await withModel(connections: WorkerConfiguration().slots + 4) { model in
            try await line(of: model).empty()
            let model = model.providing(service)
            return try await withWorkers(on: [model]) { try await body(model) }
        }
    }

    /// Runs `body` beside workers, and stops them afterwards as SIGTERM would. Throws if they stop before.
    func withWorkers<Result: Sendable>(
        on models: [Model], chores: [Chore] = [], _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let workers = models.map {
            Worker($0, chores: chores, configuration: WorkerConfiguration(queues: ["bench"]))
        }
        let group = ServiceGroup(services: workers, logger: logger)
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask { try await body() }
            guard let result = try await tasks.next() ?? nil else {
                throw BenchError("the workers have stopped by themselves")
            }
            await group.triggerGracefulShutdown()
            _ = try await tasks.next()
            return result
        }
    }

    /// Runs `body` with models that have a store each, as separate processes would.
    func withModels<Result: Sendable>(
        _ count: Int, after others: [Model] = [], _ body: ([Model]) async throws -> Result
    ) async throws -> Result {
        guard others.count < count else { return try await body(others) }
        return try await withModel(connections: 4) { model in
            try await withModels(count, after: others + [model], body)
        }
    }
}
