import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Groups of jobs, without a worker.
@Suite struct JobGroupTests {
    @Test func whatWaitsForThemRunsOnceWhenAllHaveEnded() async throws {
        try await withDatabase { database in
            let (model, group, then) = try await Self.group(of: 3, in: database)
            let tickets = try await Self.tickets(of: group, model)
            try await model.cancel(tickets[0])
            try await Self.look(database)
            #expect(try await model.job(then).status == .waiting)
            let status = try await group.status
            #expect(status.jobs == 3 && status.cancelled == 1 && status.live == 2)
            #expect(status.progress.done == 1 && status.progress.of == 3)
            for ticket in tickets[1...] { try await model.cancel(ticket) }
            try await Self.look(database)
            let job = try await model.job(then)
            #expect(job.status == .entered)
            #expect(job.environment.contains(#""cancelled": 3"#), "\(job.environment)")
            #expect(try await group.status.endedAt != nil)
            try await Self.look(database)
            #expect(try await model.job(then).waitingFor == 0)
        }
    }

    @Test func anEmptyOneHasEnded() async throws {
        try await withDatabase { database in
            let (_, group, then) = try await Self.group(of: 0, in: database)
            try await Self.look(database)
            #expect(try await database.model().job(then).status == .entered)
            #expect(try await group.status.jobs == 0)
        }
    }

    @Test func aJobThatIsRetriedIsWaitedForAgain() async throws {
        try await withDatabase { database in
            let (model, group, then) = try await Self.group(of: 2, in: database)
            let tickets = try await Self.tickets(of: group, model)
            try await model.cancel(tickets[0])
            try await model.retry(tickets[0])
            try await model.cancel(tickets[1])
            try await Self.look(database)
            #expect(try await model.job(then).status == .waiting)
            #expect(try await group.status.live == 1)
            try await model.cancel(tickets[0])
            try await Self.look(database)
            #expect(try await model.job(then).status == .entered)
            try await model.retry(tickets[0])
            try await Self.look(database)
            #expect(try await group.status.live == 1, "the counts change, and nothing else")
            #expect(try await model.job(then).status == .entered)
        }
    }

    @Test func whatWaitsCanBeCancelledAndRetried() async throws {
        try await withDatabase { database in
            let (model, group, then) = try await Self.group(of: 1, in: database)
            try await model.cancel(then)
            #expect(try await model.retry(then) == .waiting, "for the group")
            try await model.cancel(then)
            try await group.cancel()
            try await Self.look(database)
            #expect(try await model.job(then).status == .cancelled)
            #expect(try await model.retry(then) == .entered)
            let job = try await model.job(then)
            #expect(
                job.environment.contains(#""cancelled": 1"#), "it is told what it missed: \(job.environment)")
        }
    }

    @Test func itGrowsUntilItHasEnded() async throws {
        try await withDatabase { database in
            let (model, group, then) = try await Self.group(of: 1, in: database)
            let first = try await Self.tickets(of: group, model)[0]
            let second = try await model.transaction { inside in
                let second = try await inside.offload(Share(number: 7), in: group.id)
                try await model.cancel(first)
                try await Self.look(database)
                return second.id
            }
            try await Self.look(database)
            #expect(try await model.job(then).status == .waiting, "for a job that was about to come")
            try await model.cancel(second)
            try await Self.look(database)
            #expect(try await model.job(then).status == .entered)
            let error = await #expect(throws: ModelError.self) {
                try await model.offload([Share(number: 8)], in: group.id)
            }
            #expect("\(error.map { "\($0)" } ?? "")".contains("has ended"))
        }
    }

    @Test func theOuterOneWaitsForThoseWithin() async throws {
        try await withDatabase { database in
            let (model, outer, then) = try await Self.group(of: 1, in: database)
            let made = try await database.store.query(
                """
                select id, then_job, jobs from jobmachine.offload_group(
                  'inner', 'test.share', array['{}', '{}']::jsonb[], 'test.tell-outcome', outer_group => \(outer.id.number))
                """)
            let inner = model.group(GroupID(try made[0].value(0, as: Int64.self)), of: Int.self)
            let after: Int64 = try made[0].value(1)
            let tickets = try await Self.tickets(of: outer, model) + Self.tickets(of: inner, model)
            for ticket in tickets where ticket.number != after { try await model.cancel(ticket) }
            try await Self.look(database)
            #expect(try await inner.status.endedAt != nil)
            #expect(try await model.job(then).status == .waiting, "for the job after the inner one")
            try await outer.cancel()
            try await Self.look(database)
            #expect(try await model.job(then).status == .entered)
            #expect(try await outer.status.cancelled == 4)
        }
    }

    @Test func cancellingReachesThoseWithin() async throws {
        try await withDatabase { database in
            let (model, outer, then) = try await Self.group(of: 3, in: database)
            try await database.store.query(
                """
                select id from jobmachine.offload_group(
                  'inner', 'test.share', array['{}', '{}']::jsonb[], outer_group => \(outer.id.number))
                """)
            try await outer.cancel()
            try await Self.look(database)
            #expect(try await outer.status.cancelled == 5)
            #expect(try await model.job(then).status == .entered)
        }
    }

    @Test func groupsAreNotNestedWithoutEnd() async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        do $$
                        declare
                          around bigint;
                        begin
                          for number in 1..51 loop
                            select id into around from jobmachine.make_group('deep', around);
                          end loop;
                          perform jobmachine.offload('other', environment => jsonb_build_object('group', around));
                        end
                        $$
                        """)
            }
            let deepest = try await database.store.first(
                "select max(id) from jobmachine.job_group", as: Int64.self)
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select id from jobmachine.make_group('deeper', \(deepest ?? -1)::bigint)")
            }
            #expect(error?.message.contains("more than 50 groups around it") == true)
            try await database.store.query("select jobmachine.cancel(id) from jobmachine.job")
            try await Self.look(database)
            let ended = try await database.store.first(
                "select count(*) from jobmachine.job_group where ended_at is not null", as: Int.self)
            #expect(ended == 51, "one look ends all of them")
        }
    }

    @Test func nobodyIsInAGroupAndWaitsForTheJobAfterIt() async throws {
        try await withDatabase { database in
            let (model, group, then) = try await Self.group(of: 1, in: database)
            let inner = try await database.store.first(
                "select id from jobmachine.make_group('inner', \(group.id.number))", as: Int64.self)
            for number in [group.id.number, inner ?? -1] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(
                        """
                        select jobmachine.offload(
                          'other', after => array[\(then.number)]::bigint[],
                          environment => jsonb_build_object('group', \(number)::bigint))
                        """)
                }
                #expect(error?.message.contains("and wait for the job after it") == true)
            }
            let others = try await Self.tickets(of: group, model)
            _ = try await model.offload(Share(number: 2), after: .ended(others), in: group.id)
        }
    }

    @Test func whatWaitsDoesNotExpireWithThem() async throws {
        try await withDatabase { database in
            let id = try await database.store.first(
                """
                select then_job
                from jobmachine.make_group(
                  'a', then_kind => 'other', environment => '{"expires": "2020-01-01T00:00:00Z", "tenant": "acme"}')
                """, as: Int64.self)
            let environment = try await database.store.first(
                "select environment::text from jobmachine.job where id = \(id ?? -1)", as: String.self)
            #expect(environment == #"{"tenant": "acme"}"#)
        }
    }

    /// Each group read the ends of all: ten thousand small ones took 40 seconds, and no beat lasts ten.
    @Test func theEndsOfManyAreCountedInLinearTime() async throws {
        try await withDatabase { database in
            func cost(of amount: Int) async throws -> Duration {
                try await database.store.query(
                    """
                    with added as (
                      insert into jobmachine.job_group (name, jobs)
                      select 'many', 2 from generate_series(1, \(amount))
                      returning id
                    )
                    insert into jobmachine.group_tally (group_id, failed, failures) select id, 1, array[id] from added
                    """)
                return try await ContinuousClock().measure { try await Self.look(database) }
            }
            _ = try await cost(of: 10)
            var tries = 3
            while true {
                let few = try await cost(of: 500)
                let many = try await cost(of: 8000)
                tries -= 1
                if many < few * 80 { break }
                try #require(tries > 0, "500 take \(few), 8,000 take \(many)")
            }
            let wrong = try await database.store.first(
                "select count(*) from jobmachine.job_group g where g.failed <> 1 or g.failures <> array[g.id]",
                as: Int.self)
            #expect(wrong == 0)
        }
    }

    @Test func aTenantsGroupIsFoundAmongTheLatestThousandOfItsName() async throws {
        try await withDatabase { database in
            let others: Statement =
                "insert into jobmachine.job_group (name) select 'close' from generate_series(1, 999)"
            let named: Statement = "select coalesce(jobmachine.group_named('close', '{acme}'), 0)"
            let own = try await database.store.first(
                """
                select id
                from jobmachine.make_group('close', then_kind => 'x', environment => '{"tenant": "acme"}')
                """, as: Int64.self)
            try await database.store.query(others)
            #expect(try await database.store.first(named, as: Int64.self) == own)
            try await database.store.query("insert into jobmachine.job_group (name) values ('close')")
            #expect(try await database.store.first(named, as: Int64.self) == 0)
        }
    }

    @Test func listsFindItsJobs() async throws {
        try await withDatabase { database in
            let (model, group, _) = try await Self.group(of: 2, in: database)
            _ = try await model.offload(Share(number: 9))
            try await model.cancel(Self.tickets(of: group, model)[0])
            let found = try await model.findJobs(JobSearch(group: group.id)).jobs
            #expect(found.map(\.status) == [.entered, .cancelled])
            #expect(try await model.group(named: "close-month") == group.id)
            #expect(try await model.group(named: "close-year") == nil)
        }
    }

    @Test(arguments: ["0", "\"x\"", "1.5", "[]"])
    func whatIsNoGroupIsRefused(group: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    """
                    select jobmachine.offload(
                      'x', environment => jsonb_build_object('group', \(group)::jsonb))
                    """)
            }
            #expect(error?.message.hasPrefix("the group of a job must be the number of a group") == true)
        }
    }

    // MARK: Support

    private static func group(
        of amount: Int, in database: TestDatabase
    ) async throws -> (Model, GroupTicket<Int>, then: TicketID) {
        let model = database.model(testFunctions)
        let group = try await model.offload(
            group: "close-month", (0..<amount).map { Share(number: $0) }, then: TellOutcome())
        let status = try await group.status
        return (model, group, try #require(status.then))
    }

    private static func tickets(of group: GroupTicket<Int>, _ model: Model) async throws -> [TicketID] {
        let rows = try await model.store.query(
            "select ticket from jobmachine.members_of(\(group.id.number))")
        return try rows.compactMap { TicketID(try $0.value(0, as: String.self)) }
    }

    /// Does what the look of a worker does.
    private static func look(_ database: TestDatabase) async throws {
        try await database.store.query("select jobmachine.promote('{default}')")
    }
}
