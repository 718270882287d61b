import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Ended jobs that somebody deletes.
@Suite struct DeleteTests {
    @Test func anEndedJobGoesWithAllThatIsKnownOfIt() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let logged = try await model.offload(WriteLog(lines: 2, fails: true))
            let live = try await model.offload(Echo(text: "a"), runAt: .distantFuture)
            try await withWorker(model) { _ = try? await logged.value }
            try await database.store.query(
                "insert into jobmachine.step (job, attempt, name, value) values (\(logged.id.number), 1, 'a', '1')"
            )
            try await database.store.query(
                "insert into jobmachine.sharer (job, \"user\") values (\(logged.id.number), 'ann')")
            try await database.store.query(
                "insert into jobmachine.sent_signal (job, name, value) values (\(logged.id.number), 'a', '1')"
            )
            try await database.store.query(
                "insert into jobmachine.awaited_signal (job, name, ends_at) values (\(logged.id.number), 'b', now())"
            )
            let known = try await Self.records(in: database)
            #expect(
                known == ["attempt", "awaited_signal", "history", "log", "sent_signal", "sharer", "step"])
            let status = try await model.delete(logged.id)
            #expect(status == .error)
            let left = try await Self.records(in: database)
            #expect(left == [])
            #expect(try await live.status == .scheduled)
            await #expect(throws: JobError.unknown(logged.id)) { try await model.delete(logged.id) }
        }
    }

    @Test func aLiveJobStays() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<2).map { Twice(number: $0) })
            try await tickets[0].cancel()
            let ids = tickets.map(\.id.number) + [4_711]
            let statuses = try await database.store.rows(
                "select coalesce(status::text, 'none') from jobmachine.delete_many(\(ids)::bigint[]) order by id",
                as: String.self)
            #expect(statuses == ["cancelled", "none", "none"])
            await #expect(throws: ModelError.conflict("\(tickets[1]) is live: cancel it first")) {
                try await model.delete(tickets[1].id)
            }
            #expect(try await tickets[1].status == .entered)
        }
    }

    @Test func allThatFitAreDeleted() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<4).map { Twice(number: $0) })
            for ticket in tickets.dropLast() { try await ticket.cancel() }
            let outcome = try await model.apply(.delete, to: JobSearch(), limit: 2)
            #expect(outcome == BulkOutcome(amount: 2, done: 2, areMoreLeft: true))
            let named = try await model.apply(.delete, to: tickets.map(\.id))
            #expect(named.done == 1)
            let left = try await model.everyJob()
            #expect(left == [tickets[3].id.number])
        }
    }

    @Test func jobsThatEndedBecauseOfADeletedOneAreRetriedByThemselves() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            let third = try await model.offload(Echo(text: "c"), after: [first.id])
            try await first.cancel()
            try await model.delete(first.id)
            try await model.delete(third.id)
            let waiting = try await database.store.rows(
                "select job from jobmachine.dependency", as: Int64.self)
            #expect(waiting == [second.id.number])
            #expect(try await model.retry(second.id) == .entered)
            try await withWorker(model) {
                let value = try await second.value
                #expect(value == "b")
            }
        }
    }

    /// A dependent that somebody had locked is told later, and told how the job ended.
    @Test func aJobWhoseEndSomebodyHasYetToHearOfStays() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"))
            try await first.cancel()
            try await database.store.query(
                "insert into jobmachine.dependency (needs, job) values (\(first.id.number), \(second.id.number))"
            )
            let error = await #expect(throws: ModelError.self) { try await model.delete(first.id) }
            #expect(error?.message.hasPrefix("\(first) is not deleted") == true)
            #expect(try await first.status == .cancelled)
        }
    }

    @Test func theFiguresStayAndTheCountsFollow() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
            for ticket in tickets { try await ticket.cancel() }
            try await database.store.query(
                "update jobmachine.history set finished_at = finished_at - interval '3 minutes'")
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp()
            try await model.delete(tickets[1].id)
            let counts = try await model.jobCounts()
            #expect(counts == [JobCount(queue: "default", status: .cancelled, amount: 2, isExact: true)])
            let amount = try await database.store.first(
                "select sum(amount)::bigint from jobmachine.tally where span = 'hour'", as: Int.self)
            #expect(amount == 3)
        }
    }

    @Test(arguments: [nil, "acme"] as [String?])
    func aKeyThatIsKeptLeadsToNoDeletedJob(tenant: String?) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).acting(for: tenant)
            let rule = Unique(while: .within(.seconds(3_600)))
            let first = try await model.offload(Twice(number: 1), unique: rule)
            try await withWorker(model) { _ = try await first.value }
            let kept = try await model.offload(Twice(number: 1), unique: rule)
            #expect(kept.id == first.id)
            try await model.delete(first.id)
            let second = try await model.offload(Twice(number: 1), unique: rule)
            #expect(second.id != first.id)
            #expect(try await second.status == .entered)
        }
    }

    @Test func soManyAreNamedAtTheMost() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.delete_many(array(select generate_series(1, 10001)))")
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
        }
    }

    /// Returns the tables that know of a job that has ended.
    private static func records(in database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            """
            select 'history' from jobmachine.history
            union select 'attempt' from jobmachine.attempt
            union select 'log' from jobmachine.log
            union select 'step' from jobmachine.step
            union select 'sharer' from jobmachine.sharer
            union select 'sent_signal' from jobmachine.sent_signal
            union select 'awaited_signal' from jobmachine.awaited_signal
            order by 1
            """, as: String.self)
    }
}
