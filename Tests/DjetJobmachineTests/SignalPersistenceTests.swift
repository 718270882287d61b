import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Waits for signals beside crashes, restarts and races.
@Suite struct SignalPersistenceTests {
    private typealias TakePayment = SignalTests.TakePayment
    private typealias Payment = SignalTests.Payment

    @Test func afterACrashTheSignalIsThereAgain() async throws {
        try await withWorker(of: SignalTests.functions) { database, model in
            try await database.withGate(1) { open in
                let ticket = try await model.offload(TakePayment(gate: 1))
                try await model.sendSignal("payment", Payment(amount: 7), to: ticket.id)
                let job = try await database.job(of: ticket) { $0.progress?.note == "payment" }
                let worker = try #require(job.worker)
                // The test takes the job away from a living worker, and returns it to the line.
                try await database.store.query("select jobmachine.rescue(\(worker))")
                try await open()
                let value = try await ticket.value
                #expect(value == [1, 7, 2])
            }
        }
    }

    @Test func oneThatAnOldSnapshotDoesNotSeeIsRefusedInWords() async throws {
        try await withDatabase { database in
            let ticket = try await database.model(SignalTests.functions).offload(TakePayment())
            let send: Statement = "select jobmachine.signal(\(ticket.id.number), 'payment', '1')"
            let old = try await Connection.open(database.connectionString)
            defer { old.close() }
            try await old.query("begin isolation level repeatable read")
            try await old.query("select 1")
            try await database.store.query(send)
            let error = await #expect(throws: StoreError.self) { try await old.query(send) }
            #expect(error?.sqlState?.rawValue == "DJ409")
            #expect(error?.message.contains("was sent after this transaction began") == true)
            try await old.query("rollback")
            #expect(try await old.first(send, as: Bool.self) == false)
        }
    }

    @Test func aThousandWaitWithoutAnythingAndGoOnAfterARestart() async throws {
        try await withDatabase { database in
            let model = database.model(SignalTests.functions)
            let tickets = try await model.offload((0..<1_000).map { _ in TakePayment(seconds: 86_400) })
            let parked: Statement = "select count(*) from jobmachine.live_summary where signal = 'payment'"
            try await withWorker(model) {
                try await database.wait(on: "jobmachine.default") {
                    try await database.store.first(parked, as: Int.self) == 1_000
                }
                let held = try await database.store.first(
                    """
                    select count(*) from pg_stat_activity
                    where datname = current_database() and state like 'idle in transaction%'
                    """, as: Int.self)
                #expect(held == 0)
                let running = try await model.findJobs(JobSearch(status: .processing)).jobs
                #expect(running.isEmpty)
            }
            // Dead rows are soon gone.
            try await database.store.query(
                "vacuum full jobmachine.job, jobmachine.awaited_signal, jobmachine.step")
            let bytes = try await database.store.first(
                """
                select sum(pg_total_relation_size(name::regclass))::bigint
                from unnest('{jobmachine.job,jobmachine.awaited_signal,jobmachine.step}'::text[]) as name
                """, as: Int.self)
            let each = try #require(bytes) / 1_000
            #expect(each <= 2_048)
            try await withWorker(model) {
                try await database.store.query(
                    "select jobmachine.signal(id, 'payment', '{\"amount\": 7}') from jobmachine.live_summary")
                let values = try await model.results(of: tickets).map { try $0.get() }
                #expect(values == Array(repeating: [1, 7, 2], count: 1_000))
            }
        }
    }

    @Test func theDeadlineStaysWhatItWasAtFirst() async throws {
        try await withWorker(of: SignalTests.functions) { database, model in
            let ticket = try await model.offload(TakePayment())
            let first = try await database.job(of: ticket) { $0.status == .scheduled }
            // An operator lets it run now: it waits again.
            try await model.retry(ticket.id)
            let second = try await database.job(of: ticket) { $0.status == .scheduled && $0.attempt == 2 }
            #expect(first.runAt == second.runAt)
        }
    }

    @Test func oneThatComesBetweenTheLookAndTheParkingIsNotMissed() async throws {
        try await withClaimed { database, model, ticket in
            let look = model.queue.awaitSignal(
                "payment", worker: 1, id: ticket.number, attempt: 1, within: .seconds(3600))
            try await database.store.query(look)
            try await model.sendSignal("payment", Payment(amount: 7), to: ticket)
            let park = model.queue.park(worker: 1, id: ticket.number, attempt: 1, signal: "payment")
            let status = try await database.store.first(park, as: String.self)
            #expect(status == "entered")
            let claimed = try await database.store.query(
                model.queue.claim("default", worker: 1, amount: 1, floors: []))
            #expect(claimed.count == 1)
        }
    }

    @Test func oneThatComesAfterTheTimeOutWasToldIsRefused() async throws {
        try await withClaimed { database, model, ticket in
            let look = model.queue.awaitSignal(
                "payment", worker: 1, id: ticket.number, attempt: 1, within: .zero)
            for _ in 1...2 {
                let rows = try await database.store.query(look)
                let isOver: Bool = try rows[0].value("is_over")
                #expect(isOver)
            }
            let error = await #expect(throws: ModelError.self) {
                try await model.sendSignal("payment", Payment(amount: 7), to: ticket)
            }
            #expect(error?.message.contains("comes too late") == true)
        }
    }

    @Test func aLateWorkerParksNothing() async throws {
        try await withClaimed { database, model, ticket in
            try await database.store.query("select jobmachine.rescue(1)")
            let park = model.queue.park(worker: 1, id: ticket.number, attempt: 1, signal: "payment")
            let status = try await database.store.first(park, as: String?.self)
            #expect(status == .some(nil))
            let after = try await model.job(ticket).status
            #expect(after == .entered)
        }
    }

    /// Calls `body` with a job that worker 1 has claimed.
    private func withClaimed(
        _ body: (TestDatabase, Model, TicketID) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            let model = database.model(SignalTests.functions)
            let ticket = try await model.offload(TakePayment()).id
            try await database.enterWorker(1)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await body(database, model, ticket)
        }
    }
}
