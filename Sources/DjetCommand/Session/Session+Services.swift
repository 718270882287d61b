import DjetJobmachine
import DjetModel
import ServiceLifecycle
import UnixSignals

extension Session {
    /// Returns a worker for the program's jobs, after the parts' schedules and chores have been declared.
    func worker(_ configuration: WorkerConfiguration) async throws -> Worker {
        for part in application.parts {
            try await model.declareSchedules(part.schedules, of: part.name)
            try await model.declareChores(part.chores, of: part.name)
        }
        return Worker(
            model, handlers: application.handlers, chores: application.chores,
            middleware: application.allMiddleware, configuration: configuration)
    }

    /// Runs services until SIGTERM or SIGINT asks them to stop, and returns when they have.
    func run(_ services: [any Service]) async throws {
        try await group(services).run()
    }

    /// Runs services beside `body`, and stops them when it has ended. Throws if they stop first.
    func run<Result: Sendable>(
        _ services: [any Service], beside body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let group = group(services)
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask { try await body() }
            guard let result = try await tasks.next() ?? nil else { throw CancellationError() }
            await group.triggerGracefulShutdown()
            _ = try await tasks.next()
            return result
        }
    }

    private func group(_ services: [any Service]) -> ServiceGroup {
        let configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        return ServiceGroup(configuration: configuration)
    }
}
