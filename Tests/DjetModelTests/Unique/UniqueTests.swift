import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Unique jobs: one key, one job.
@Suite struct UniqueTests {
    @Test func aHundredOffloadersOfOneKeyGetOneTicket() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await withThrowingTaskGroup(of: TicketID.self) { group in
                for number in 1...100 {
                    group.addTask {
                        try await model.offload(Twice(number: number), unique: Unique(key: "one")).id
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(tickets.count == 1)
            let jobs = try await jobs(in: database)
            #expect(jobs == 1)
        }
    }

    @Test func inATransactionThatRollsBackTheKeyWasNeverTaken() async throws {
        struct Changed: Error {}
        try await withDatabase { database in
            let model = database.model()
            await #expect(throws: Changed.self) {
                try await model.transaction { model in
                    _ = try await model.offload(Twice(number: 1), unique: Unique())
                    throw Changed()
                }
            }
            let ticket = try await model.offload(Twice(number: 1), unique: Unique())
            #expect(try await ticket.status == .entered)
            let ids = try await database.store.rows("select id from jobmachine.job", as: Int64.self)
            #expect(ids == [ticket.id.number])
        }
    }

    @Test func theArgumentsAreTheKeyUnlessOneIsGiven() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload(
                [1, 2, 1, 3, 2].map(Twice.init), unique: Unique(while: .waiting))
            #expect(Set(tickets.map(\.id)).count == 3)
            #expect(tickets[0].id == tickets[2].id)
            #expect(tickets[1].id == tickets[4].id)
            // The key belongs to the function.
            let echo = try await model.offload(Echo(text: "a"), unique: Unique(key: "k"))
            let twice = try await model.offload(Twice(number: 9), unique: Unique(key: "k"))
            #expect(echo.id != twice.id)
        }
    }

    @Test func fiftyReplacersLeaveOneJobWithTheArgumentsOfOneOfThem() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "basket", otherwise: .replace)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...50 {
                    group.addTask {
                        _ = try await model.offload(
                            Twice(number: number), runAt: model.now + 3_600, unique: rule)
                    }
                }
                try await group.waitForAll()
            }
            let numbers = try await database.store.rows(
                "select (arguments ->> 'number')::int from jobmachine.job", as: Int.self)
            #expect(numbers.count == 1 && (1...50).contains(numbers[0]))
            let ticket = try await model.offload(Twice(number: 77), unique: rule)
            #expect(try await ticket.status == .entered)
            let last = try await database.store.rows(
                "select (arguments ->> 'number')::int from jobmachine.job", as: Int.self)
            #expect(last == [77])
        }
    }

    @Test func oneThatHasBegunIsNotReplaced() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "basket", otherwise: .replace)
            let first = try await begun(rule, in: database)
            let second = try await model.offload(Twice(number: 2), unique: rule)
            let third = try await model.offload(Twice(number: 3), unique: rule)
            #expect(first.id != second.id)
            #expect(second.id == third.id)
            let numbers = try await database.store.rows(
                "select (arguments ->> 'number')::int from jobmachine.job order by id", as: Int.self)
            #expect(numbers == [1, 3])
        }
    }

    @Test(.endsWithTheSuite, arguments: zip([Unique.Span.waiting, .live], [false, true]))
    func aRunningJobKeepsItsKeyOnlyWhileLive(_ span: Unique.Span, _ isKept: Bool) async throws {
        try await withDatabase { database in
            let first = try await begun(Unique(key: "k", while: span), in: database)
            let second = try await database.model().offload(
                Twice(number: 2), unique: Unique(key: "k", while: span))
            #expect((first.id == second.id) == isKept)
        }
    }

    @Test func withinATimeAFinishedJobKeepsItsKeyAndAFailedOneDoesNot() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "k", while: .within(.seconds(3_600)))
            let first = try await begun(rule, in: database)
            try await database.store.query(
                "select jobmachine.reply_or_raise(1, \(first.id.number), 1, '2'::jsonb)")
            let second = try await model.offload(Twice(number: 2), unique: rule)
            #expect(second.id == first.id)
            try await database.store.query(
                "update jobmachine.unique_key set taken_at = taken_at - interval '1 hour'")
            let third = try await model.offload(Twice(number: 3), unique: rule)
            #expect(third.id != first.id)
            try await model.cancel(third.id)
            let fourth = try await model.offload(Twice(number: 4), unique: rule)
            #expect(fourth.id != third.id)
        }
    }

    @Test func aSecondOneIsRefusedWithTheTicketOfTheFirst() async throws {
        try await withDatabase { database in
            let model = database.model()
            let rule = Unique(key: "k", otherwise: .refuse)
            let ticket = try await model.offload(Twice(number: 1), on: "slow", unique: rule)
            await #expect(throws: DuplicateJob(ticket: ticket.id)) {
                try await model.offload(Twice(number: 2), unique: rule)
            }
            await #expect(throws: DuplicateJob(ticket: ticket.id)) {
                try await model.offload([Twice(number: 2)], unique: rule)
            }
            let jobs = try await jobs(in: database)
            #expect(jobs == 1)
        }
    }

    @Test func aJobKeptInAnotherQueueNamesItsOwnQueue() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Twice(number: 1), on: "slow", unique: Unique())
            let second = try await model.offload(Twice(number: 1), unique: Unique())
            #expect(second.id == first.id)
            #expect(second.id.queue == "slow")
        }
    }

    @Test func aJobThatWasKeptLeavesNoDependencies() async throws {
        try await withDatabase { database in
            let model = database.model()
            let need = try await model.offload(Echo(text: "a"))
            let first = try await model.offload(Twice(number: 1), unique: Unique())
            let second = try await model.offload(Twice(number: 1), after: [need.id], unique: Unique())
            #expect(second.id == first.id)
            let rows = try await database.store.first(
                "select count(*) from jobmachine.dependency", as: Int.self)
            #expect(rows == 0)
        }
    }

    @Test func whoIsGivenTheTicketMaySeeItAndNobodyElse() async throws {
        try await withDatabase { database in
            let model = database.model()
            let (ada, bob) = (model.acting(as: "ada"), model.acting(as: "bob"))
            let rule = Unique(key: "k", otherwise: .keep)
            let ticket = try await ada.offload(Twice(number: 1), unique: rule)
            await #expect(throws: JobError.unknown(ticket.id)) {
                try await bob.visibleTicket(ticket.id, orRight: false)
            }
            _ = try await bob.offload(Twice(number: 1), unique: rule)
            #expect(try await bob.visibleTicket(ticket.id, orRight: false).ticket == ticket.id)
            // Who replaces it becomes its owner, and the former owner may still see it.
            let eve = model.acting(as: "eve")
            _ = try await eve.offload(Twice(number: 2), unique: Unique(key: "k", otherwise: .replace))
            for user in [ada, bob, eve] {
                #expect(try await user.visibleTicket(ticket.id, orRight: false).ticket == ticket.id)
            }
            await #expect(throws: JobError.unknown(ticket.id)) {
                try await model.acting(as: "dan").visibleTicket(ticket.id, orRight: false)
            }
        }
    }

    @Test func aKeyThatAnOpenTransactionTakesIsNotAwaitedForEver() async throws {
        try await withDatabase { database in
            let model = database.model()
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select id from jobmachine.offload_unique('test.twice', key => 'k')")
            let error = await #expect(throws: ModelError.self) {
                try await model.offload(Twice(number: 1), unique: Unique(key: "k"))
            }
            #expect(error?.message.hasPrefix("another session is taking the job's key") == true)
            // A schedule waits for the next look, and keeps no other from being fired.
            try await database.store.query(
                """
                select jobmachine.add_schedule('locked', '@every 1 hour', 'test.twice',
                  unique_rule => '{"key": "k", "while": "live", "otherwise": "keep"}');
                """)
            try await model.addSchedule("free", ScheduleDraft(rule: "@every 1 hour", kind: "other"))
            try await database.store.query(
                "update jobmachine.schedule set next_at = now() - interval '1 second'")
            try await database.store.query("select jobmachine.promote('{default}')")
            let kinds = try await database.store.rows("select kind from jobmachine.job", as: String.self)
            #expect(kinds == ["other"])
            try await other.query("commit")
            try await database.store.query("select jobmachine.promote('{default}')")
            let locked = try await model.schedule("locked")
            #expect(locked.state == .active)
            #expect(locked.lastTicket != nil)
        }
    }

    @Test(arguments: ["keep", "replace"])
    func sqlTellsIfTheJobWasThereAlready(otherwise: String) async throws {
        try await withDatabase { database in
            let offload: Statement =
                "select is_new from jobmachine.offload_unique('x.y', key => 'k', otherwise => \(otherwise))"
            let told = try await database.store.transaction { connection async throws in
                let first = try await connection.first(offload, as: Bool.self)
                return [first, try await connection.first(offload, as: Bool.self)]
            }
            #expect(told == [true, false], "in one transaction, too")
            #expect(try await database.store.first(offload, as: Bool.self) == false)
        }
    }

    @Test func whoFindsTheKeyTakenKeepsNobodyWaiting() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Twice(number: 1), unique: Unique())
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query(
                "select * from jobmachine.offload_unique(\(Twice.name), '{\"number\": 1}'::jsonb)")
            let second = try await model.offload(Twice(number: 1), unique: Unique())
            #expect(second.id == first.id)
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            #"{"while": "live", "otherwise": "keep", "key": ""}"#,
            #"{"while": "never", "otherwise": "keep"}"#, #"{"otherwise": "keep"}"#,
            #"{"while": "live", "otherwise": "drop"}"#, #"{"while": "live"}"#, #"[]"#, "null", "7",
            #"{"while": "within", "otherwise": "keep"}"#,
            #"{"while": "within", "seconds": 0, "otherwise": "keep"}"#,
            #"{"while": "within", "seconds": 1e300, "otherwise": "keep"}"#,
            #"{"while": "within", "seconds": "9", "otherwise": "keep"}"#,
            #"{"while": "live", "otherwise": "keep", "key": 7}"#,
        ])
    func aRuleThatNoJobCanHaveIsRefusedInWords(_ rule: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    """
                    select jobmachine.offload(
                      'k', environment => jsonb_build_object('unique', \(rule)::jsonb))
                    """)
            }
            #expect(error?.constraint == "job_unique_rule_has_its_shape", "\(error as Any)")
            let jobs = try await jobs(in: database)
            #expect(jobs == 0)
        }
    }

    @Test func aKeyThatIsTooLongIsTheOffloadersFault() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: ModelError.self) {
                try await database.model().offload(
                    Twice(number: 1), unique: Unique(key: String(repeating: "k", count: 201)))
            }
            #expect(error == .invalid("the key of a unique job must be a text of 1 to 200 characters"))
        }
    }

    private func begun(_ rule: Unique, in database: TestDatabase) async throws -> Ticket<Int> {
        let model = database.model()
        try await database.enterWorker(1)
        let ticket = try await model.offload(Twice(number: 1), unique: rule)
        try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
        return ticket
    }

    private func jobs(in database: TestDatabase) async throws -> Int? {
        try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
    }
}
