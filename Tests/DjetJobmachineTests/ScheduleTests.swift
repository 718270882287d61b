import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Schedules and workers.
@Suite struct ScheduleTests {
    /// Notes the due time for which it runs.
    struct Tick: ModelFunction {
        static let name = "tick"

        func run(in model: Model) async throws -> Nothing {
            let due = model.job?.schedule?.due
            try await model.database.query(
                "insert into effect (label) values (\(due.map { "\($0)" } ?? "none"))")
            return Nothing()
        }
    }

    @Test func aWorkerFiresAtEachDueTimeWithoutBeingRung() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model([Tick.self])
            try await withWorker(model) {
                // The worker hears of it, and sleeps until it is due.
                try await model.addSchedule(
                    "ticks", ScheduleDraft(rule: "* * * * * *", kind: "tick", missed: .all, overlap: .allow))
                try await until(orElse: "three ticks did not run") {
                    try await database.store.first(
                        "select count(*) >= 3 and count(*) = count(distinct label) from effect where label <> 'none'",
                        as: Bool.self) == true
                }
            }
        }
    }

    @Test func oneOfAnUnknownKindPausesItself() async throws {
        try await withWorker(of: [Tick.self]) { database, model in
            try await model.addSchedule("lost", ScheduleDraft(rule: "@daily", kind: "nobodys"))
            let ticket = try await model.runSchedule("lost")
            await #expect(throws: (any Error).self) {
                try await model.ticket(ticket, of: Nothing.self).value
            }
            let schedule = try await model.schedule("lost")
            #expect(schedule.state == .paused)
            #expect(schedule.pausedWhy?.contains("no handler for “nobodys”") == true)
        }
    }
}
