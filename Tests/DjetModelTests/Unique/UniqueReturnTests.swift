import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Unique jobs that come in other ways than by an offload: by COPY, a retry, a rescue or a schedule.
@Suite struct UniqueReturnTests {
    /// "Wait for it, or cancel it first" was no advice.
    @Test func aJobThatHasFinishedTellsUntilWhenItHasTheKey() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "k", while: .within(.seconds(3_600)), otherwise: .refuse)
            let first = try await model.offload(Twice(number: 1), unique: rule).id
            try await database.enterWorker(1)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            let live = await #expect(throws: DuplicateJob.self) {
                try await model.offload(Twice(number: 2), unique: rule)
            }
            #expect(live == DuplicateJob(ticket: first))
            try await database.store.query(
                model.queue.replyOrRaise(worker: 1, id: first.number, attempt: 1, reply: "2"))
            let over = await #expect(throws: DuplicateJob.self) {
                try await model.offload(Twice(number: 2), unique: rule)
            }
            let now = try #require(try await database.store.first("select now()", as: Date.self))
            let seconds = try #require(over?.until).timeIntervalSince(now)
            #expect(seconds > 3_000 && seconds <= 3_600)
            #expect(over?.description.contains("has this key until ") == true)
        }
    }

    @Test func aKeyIsFreeOnceItsJobIsForgotten() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(while: .within(.seconds(3_600)))
            try await database.enterWorker(1)
            let first = try await model.offload(Twice(number: 1), unique: rule)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await database.store.query(
                model.queue.replyOrRaise(worker: 1, id: first.id.number, attempt: 1, reply: "2"))
            let second = try await model.offload(Twice(number: 1), unique: rule)
            #expect(second.id == first.id, "it has finished, and can be read")
            try await database.store.query("delete from jobmachine.history")
            let third = try await model.offload(Twice(number: 1), unique: rule)
            #expect(third.id != first.id)
            #expect(try await third.status == .entered)
        }
    }

    private static let key = Unique(key: "k")

    @Test func aCopyObeys() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Twice(number: 1), unique: Unique())
            try await database.store.query(
                """
                insert into jobmachine.job (id, position, queue, kind, priority, attempt_limit, arguments, environment)
                select n + 1000000, n + 1000000, 'default', j.kind, 4, 5, jsonb_build_object('number', n % 3), j.environment
                from jobmachine.job j, generate_series(1, 30) as n
                """)
            let numbers = try await database.store.rows(
                "select (arguments ->> 'number')::int from jobmachine.job order by 1", as: Int.self)
            #expect(numbers == [0, 1, 2])
            #expect(try await first.status == .entered)
            let many = try await model.offload(
                (1...3_000).map { Twice(number: $0 % 7) }, unique: Unique())
            #expect(Set(many.map(\.id)).count == 7)
        }
    }

    @Test func aRetryIsRefusedWhileAnotherJobHasTheKey() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Twice(number: 1), unique: Self.key)
            try await model.cancel(first.id)
            let second = try await model.offload(Twice(number: 2), unique: Self.key)
            await #expect(throws: DuplicateJob(ticket: second.id)) { try await model.retry(first.id) }
            let status = try await database.store.first(
                "select status::text from jobmachine.retry_many(array[\(first.id.number)]::bigint[])",
                as: String.self)
            #expect(status == "cancelled")
            try await model.cancel(second.id)
            #expect(try await model.retry(first.id) == .entered)
            let third = try await model.offload(Twice(number: 3), unique: Self.key)
            #expect(third.id == first.id)
        }
    }

    @Test func aDependentWhoseKeyIsTakenStaysWhenItsNeedComesBack() async throws {
        try await withDatabase { database in
            let model = database.model()
            let need = try await model.offload(Echo(text: "a"))
            let unique = try await model.offload(Twice(number: 1), after: [need.id], unique: Self.key)
            let plain = try await model.offload(Twice(number: 2), after: [need.id])
            try await model.cancel(need.id)
            let newer = try await model.offload(Twice(number: 3), unique: Self.key)
            try await model.retry(need.id)
            #expect(try await plain.status == .waiting)
            #expect(try await unique.status == .error)
            // It comes back by a retry of its own once the key is free.
            try await model.cancel(newer.id)
            let status = try await model.retry(unique.id)
            #expect(status == .waiting || status == .entered)
        }
    }

    @Test func aRetryAndAnOffloadAtOnceLeaveOneJob() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Twice(number: 1), unique: Self.key)
            try await model.cancel(first.id)
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select jobmachine.retry(\(first.id.number))")
            async let second = model.offload(Twice(number: 2), unique: Self.key)
            _ = try await database.blocked(like: "%offload(%")
            try await other.query("commit")
            let ticket = try await second
            #expect(ticket.id == first.id)
            let ids = try await database.store.rows("select id from jobmachine.job", as: Int64.self)
            #expect(ids == [first.id.number])
        }
    }

    @Test func ofTwoThatComeBackTogetherOneStaysInTheHistory() async throws {
        try await withDatabase { database in
            let model = database.model()
            let need = try await model.offload(Echo(text: "a"))
            let middle = try await model.offload(Echo(text: "b"), after: [need.id])
            let first = try await model.offload(Twice(number: 1), after: [middle.id], unique: Self.key)
            // Its key is taken away, so that two ended jobs have had it.
            try await database.store.query("delete from jobmachine.unique_key")
            let second = try await model.offload(Twice(number: 2), after: [middle.id], unique: Self.key)
            try await model.cancel(need.id)
            try await model.retry(need.id)
            let live = try await database.store.rows(
                "select id from jobmachine.job where kind = 'test.twice'", as: Int64.self)
            let ended = try await database.store.rows(
                "select id from jobmachine.history where kind = 'test.twice'", as: Int64.self)
            #expect(live.count == 1 && ended.count == 1)
            #expect(Set(live + ended) == [first.id.number, second.id.number])
            let lost = try await database.store.first(
                """
                select count(*) from jobmachine.dependency d
                where d.lost_at is null and not exists (select from jobmachine.job j where j.id = d.job)
                """, as: Int.self)
            #expect(lost == 0)
        }
    }

    @Test func aJobThatAWorkerHandedBackHasBegun() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "k", while: .waiting, otherwise: .replace)
            try await database.enterWorker(1)
            let first = try await model.offload(
                Twice(number: 1), expires: .after(.seconds(3_600)), unique: rule)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await database.store.query(
                "select jobmachine.release(1, array[\(first.id.number)]::bigint[], array[1])")
            let second = try await model.offload(Twice(number: 2), unique: rule)
            #expect(second.id != first.id)
            try await database.store.query(
                "update jobmachine.expiry set expires_at = now() - interval '1 second'")
            try await database.store.query("select jobmachine.promote('{default}')")
            #expect(try await first.status == .entered)
        }
    }

    @Test func aKeyThatIsLockedKeepsNoOtherRetryBack() async throws {
        try await withDatabase { database in
            let model = database.model()
            let unique = try await model.offload(Twice(number: 1), unique: Self.key)
            let plain = try await model.offload(Twice(number: 2))
            for ticket in [unique, plain] { try await model.cancel(ticket.id) }
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select from jobmachine.unique_key for update")
            _ = try await model.apply(.retry, to: [unique.id, plain.id])
            #expect(try await plain.status == .entered)
            #expect(try await unique.status == .cancelled)
        }
    }

    @Test func aRescueIsNotStoppedByANewerJob() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "k", while: .waiting)
            try await database.enterWorker(1)
            let first = try await model.offload(Twice(number: 1), unique: rule)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            let second = try await model.offload(Twice(number: 2), unique: rule)
            try await database.store.query("select jobmachine.rescue(1)")
            #expect(try await first.status == .entered)
            #expect(try await second.status == .entered)
            #expect(first.id != second.id)
        }
    }

    @Test func aScheduleMakesNoSecondJobAndIsNotPausedByARefusal() async throws {
        try await withDatabase { database in
            let model = database.model([Sole.self])
            try await model.addSchedule(
                "sole", ScheduleDraft(rule: "@every 1 minute", kind: Sole.name, overlap: .allow))
            try await model.declareSchedules(
                [Schedule("declared", every: .seconds(60), overlap: .allow) { Sole() }], of: "test")
            let first = try await model.runSchedule("sole")
            #expect(try await model.runSchedule("sole") == first)
            #expect(try await model.runSchedule("declared") == first)
            await #expect(throws: DuplicateJob(ticket: first)) { try await model.offload(Sole()) }
            #expect(try await model.runAgain(first) == first, "jobs of schedules keep the first")
            #expect(try await model.schedule("sole").state != .paused)
            // Another kind has its own rule.
            try await model.changeSchedule("sole", ScheduleDraft(kind: "other"))
            let second = try await model.runSchedule("sole")
            #expect(try await model.runSchedule("sole") != second)
        }
    }

    @Test func keysOfEndedJobsGoWithABeat() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let gone = try await model.offload(Twice(number: 1), unique: Unique(key: "gone"))
            let kept = try await model.offload(
                Twice(number: 2), unique: Unique(key: "kept", while: .within(.seconds(3_600))))
            _ = try await model.offload(Twice(number: 3), unique: Unique(key: "live"))
            for ticket in [gone, kept] { try await model.cancel(ticket.id) }
            try await beat(database)
            #expect(try await keys(in: database) == ["gone", "kept", "live"])
            try await database.store.query(
                "update jobmachine.unique_key set looked_at = looked_at - interval '6 minutes'")
            try await beat(database)
            #expect(try await keys(in: database) == ["kept", "live"])
        }
    }

    private func beat(_ database: TestDatabase) async throws {
        try await database.store.query("select jobmachine.beat(1)")
    }

    private func keys(in database: TestDatabase) async throws -> [String] {
        try await database.store.rows("select key from jobmachine.unique_key order by 1", as: String.self)
    }

    /// A function of which one job at a time may be live.
    struct Sole: ModelFunction {
        static let name = "test.sole"
        static var unique: Unique? { Unique(otherwise: .refuse) }

        func run(in model: Model) async throws -> Nothing { Nothing() }
    }
}
