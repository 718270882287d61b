import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Workers on a server whose defaults would break their work.
@Suite(.endsWithTheSuite) struct HostileSettingsTests {
    /// Each took the other for dead, and a job that must not be repeated ran five times.
    @Test func whereIdleSessionsEndTwoWorkersRunAJobOnce() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await database.set("idle_session_timeout", to: "5s")
            let workers = try WorkerProcesses(2, on: database)
            let model = database.model(testFunctions)
            try await database.withGate(1) { open in
                let ticket = try await model.offload(Effect(label: "once", gate: 1), attempts: 1)
                try await database.job(of: ticket) { $0.progress != nil }
                // Both have been there for longer.
                try await until {
                    let lasting = try await database.store.first(
                        """
                        select count(*) from jobmachine.worker
                        where connected_at < clock_timestamp() - interval '10 seconds'
                        """, as: Int.self)
                    return lasting == 2
                }
                try await open()
                #expect(try await ticket.value == "once")
                #expect(try await model.attempts(of: ticket.id).isEmpty)
            }
            #expect(try await database.effects("once") == 1)
            #expect(await workers.stop())
        }
    }

    @Test func whereTransactionsAreRepeatableReadsEachStepIsDoneOnce() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            try await database.set("default_transaction_isolation", to: "repeatable read")
            let workers = try WorkerProcesses(2, on: database)
            let model = database.model(testFunctions)
            let tickets = try await model.offload((1...30).map { ThreeSteps(label: "\($0)") })
            for ticket in tickets { #expect(try await ticket.value == [1, 1, 1]) }
            #expect(await workers.stop())
        }
    }
}
