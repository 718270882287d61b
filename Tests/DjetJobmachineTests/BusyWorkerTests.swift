import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct BusyWorkerTests {
    /// Writes a row whose label must be unique.
    struct Leave: ModelFunction {
        static let name = "test.leave"
        static let retry = Retry(attempts: 3, first: .milliseconds(1))
        var label: String

        func run(in model: Model) async throws -> String {
            try await model.database.post("insert into effect (label) values (\(label))")
            return label
        }
    }

    /// A ring that comes while a worker is busy wakes nobody later: the worker must look before it sleeps.
    @Test(.endsWithTheSuite) func aJobThatFailsWhileTheWorkerIsBusyIsTriedAgainInTime() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await database.store.query("create unique index once on effect (label)")
            let model = database.model([Leave.self])
            let labels = ((0..<300) + [7, 200] + (300..<600)).map(String.init)
            let tickets = try await model.offload(labels.map { Leave(label: $0) })
            let failures = try await withWorker(model, configuration: .init(slots: 2)) {
                var failures: [String] = []
                for (label, ticket) in zip(labels, tickets) {
                    do {
                        let value = try await ticket.value
                        #expect(value == label)
                    } catch {
                        failures.append(label)
                    }
                }
                return failures.sorted()
            }
            #expect(failures == ["200", "7"])
            #expect(try await database.store.first("select count(*) from effect", as: Int.self) == 600)
        }
    }
}
