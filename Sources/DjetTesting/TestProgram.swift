import DjetCommand
import DjetJobmachine
import DjetModel
import DjetStore

extension Application {
    /// Returns the program's model on a test's store. Its schedules are declared, and paused.
    func model(on store: Store, _ clock: ModelClock) async throws -> Model {
        let plain = Model(
            store: store, functions: Functions(functions), logger: store.logger, clock: { clock.now })
        let model = try prepare(plain).providing(HandlersUnderTest(all: handlers))
        for part in parts where !part.schedules.isEmpty {
            try await model.declareSchedules(part.schedules, of: part.name)
            for schedule in part.schedules { try await model.pauseSchedule(schedule.name) }
        }
        return model
    }
}

/// The handlers of the parts, which a test's model brings along for its workers.
private struct HandlersUnderTest: Sendable {
    let all: [any JobHandler]
}

extension Model {
    /// The handlers of the parts under test; none for a model that was made elsewhere.
    var handlers: [any JobHandler] { (try? service(HandlersUnderTest.self))?.all ?? [] }
}

extension Functions {
    /// The queues of all functions, and `default`.
    var queues: Set<String> { Set(names.compactMap { self[$0]?.queue } + ["default"]) }
}
