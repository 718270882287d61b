import DjetCommand
import DjetJobmachine
import DjetModel
import DjetStore

extension Application {
    /// Returns the program's model on a test's store, with a key for secrets. Its schedules are declared, and
    /// paused.
    func model(on store: Store, _ clock: ModelClock) async throws -> Model {
        let plain = Model(
            store: store, functions: Functions(functions), logger: store.logger, clock: { clock.now }
        ).sealing(with: try SecretKeys("test:\(String(repeating: "A", count: 43))="))
        let model = try prepare(plain).providing(WorkUnderTest(handlers: handlers, middleware: allMiddleware))
        for part in parts where !part.schedules.isEmpty {
            try await model.declareSchedules(part.schedules, of: part.name)
            for schedule in part.schedules { try await model.pauseSchedule(schedule.name) }
        }
        return model
    }
}

/// The handlers and the middleware of the parts, which a test's model brings along for its workers.
private struct WorkUnderTest: Sendable {
    let handlers: [any JobHandler]
    let middleware: [any JobMiddleware]
}

extension Model {
    /// Returns a worker with the handlers and the middleware of the parts under test; with none for a model
    /// that was made elsewhere.
    func workerUnderTest(_ configuration: WorkerConfiguration) -> Worker {
        let work = try? service(WorkUnderTest.self)
        return Worker(
            self, handlers: work?.handlers ?? [], middleware: work?.middleware ?? [],
            configuration: configuration)
    }
}

extension Functions {
    /// The queues of all functions, and `default`.
    var queues: Set<String> { Set(names.compactMap { self[$0]?.queue } + ["default"]) }
}
