import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Ended jobs whose status is kept for less time than others are.
@Suite struct RetentionTests {
    private static let mixed = Retention(finished: .seconds(7 * 86_400), error: .seconds(90 * 86_400))

    @Test func jobsGoBeforeTheirDayWithAllThatIsKnownOfThem() async throws {
        try await withDatabase { database in
            try await Self.add(["finished", "error", "cancelled"], daysAgo: 10, in: database)
            try await Self.add(["finished", "cancelled"], daysAgo: 3, in: database)
            try await Self.beat(Self.mixed, in: database)
            let left = try await Self.left(in: database)
            #expect(left == ["cancelled 10", "cancelled 3", "error 10", "finished 3"])
            let known = try await database.store.rows(
                "select count(*) from jobmachine.attempt union all select count(*) from jobmachine.step",
                as: Int.self)
            #expect(known == [4, 4])
        }
    }

    @Test func theDayIsDroppedWhenTheLongestIsOver() async throws {
        try await withDatabase { database in
            try await Self.add(["finished", "error"], daysAgo: 100, in: database)
            try await Self.add(["error"], daysAgo: 80, in: database)
            try await Self.beat(Self.mixed, in: database)
            let left = try await Self.left(in: database)
            #expect(left == ["error 80"])
            let days = try await database.store.first(
                "select count(*) from jobmachine.history_days()", as: Int.self)
            #expect(days == 9, "that one, today and the seven days to come")
        }
    }

    @Test func noDayIsSeenToTwice() async throws {
        try await withDatabase { database in
            try await Self.add(["finished"], daysAgo: 10, in: database)
            try await Self.beat(Self.mixed, in: database)
            try await Self.add(["finished"], daysAgo: 10, in: database)
            try await Self.beat(Self.mixed, in: database)
            let left = try await Self.left(in: database)
            #expect(left == ["finished 10"])
            // A shorter one leads further, and a longer one not back.
            try await Self.add(["finished"], daysAgo: 6, in: database)
            try await Self.beat(Retention(finished: .seconds(5 * 86_400)), in: database)
            try await Self.beat(Self.mixed, in: database)
            let later = try await Self.left(in: database)
            #expect(later == ["finished 10"])
        }
    }

    @Test func aCallTakesAThousandRowsAndTheNextOneGoesOnThere() async throws {
        try await withDatabase { database in
            try await Self.add(
                [String](repeating: "finished", count: 2_500), daysAgo: 10, in: database)
            var left: [Int?] = []
            for _ in 1...3 {
                try await database.store.query(
                    "select jobmachine.drop_early('finished', now() - interval '7 days', patience => '0')")
                left.append(
                    try await database.store.first("select count(*) from jobmachine.history", as: Int.self))
            }
            #expect(left == [1_500, 500, 0])
        }
    }

    @Test func theFiguresStayAndTheCountsFollow() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await Self.add(["finished", "error"], daysAgo: 10, in: database)
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp()
            try await Self.beat(Self.mixed, in: database)
            let counts = try await model.jobCounts()
            #expect(counts == [JobCount(queue: "default", status: .error, amount: 1, isExact: true)])
            let amount = try await database.store.first(
                "select sum(amount)::bigint from jobmachine.tally where span = 'day'", as: Int.self)
            #expect(amount == 2)
        }
    }

    @Test func whileSomebodyCountsABeatLeavesThemToTheNext() async throws {
        try await withDatabase { database in
            try await Self.add(["finished"], daysAgo: 10, in: database)
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select jobmachine.lock_tally(alone => true)")
            try await Self.beat(Self.mixed, in: database)
            let kept = try await Self.left(in: database)
            #expect(kept == ["finished 10"])
            try await other.query("rollback")
            try await Self.beat(Self.mixed, in: database)
            let left = try await Self.left(in: database)
            #expect(left == [])
        }
    }

    @Test func withoutARetentionTheOthersAreKeptForEver() async throws {
        try await withDatabase { database in
            try await Self.add(["finished", "error"], daysAgo: 4_000, in: database)
            try await database.enterWorker(1)
            try await database.store.query("select jobmachine.beat(1, null, finished => '7 days')")
            let left = try await Self.left(in: database)
            #expect(left == ["error 4000"])
        }
    }

    // MARK: Jobs

    /// Adds jobs that ended at noon, so many days ago, each after a failed attempt and a step.
    private static func add(_ statuses: [String], daysAgo: Int, in database: TestDatabase) async throws {
        try await database.store.query(
            """
            select jobmachine.make_day(part, (now() at time zone 'UTC')::date - \(daysAgo)::integer)
            from unnest('{history,attempt}'::text[]) as part
            """)
        try await database.store.query(
            """
            with ended as (
              insert into jobmachine.history (
                id, run_at, offloaded_at, finished_at, attempt, attempt_limit, priority, status, queue, kind,
                arguments, environment, error)
              select
                nextval('jobmachine.job_id_seq'), day.noon, day.noon, day.noon + one.place * interval '1 millisecond',
                1, 5, 4, one.status::jobmachine.status, 'default', 'x', '{}', '{}', '{}'
              from unnest(\(statuses)::text[]) with ordinality as one(status, place)
              cross join (
                select date_trunc('day', now(), 'UTC') - \(daysAgo)::integer * interval '1 day' + interval '12 hours' as noon
              ) as day
              returning id, finished_at
            ), failed as (
              insert into jobmachine.attempt (job, started_at, ended_at, worker, attempt, error)
              select e.id, e.finished_at, e.finished_at, 1, 1, '{}' from ended e
            )
            insert into jobmachine.step (job, attempt, name, value)
            select e.id, 1, 'a', '1' from ended e
            """)
    }

    private static func beat(_ retention: Retention, in database: TestDatabase) async throws {
        try await database.enterWorker(1)
        try await database.store.query(database.model().queue.beat(1, retention: retention))
    }

    /// Returns the ended jobs: each with its status, and how many days ago it ended.
    private static func left(in database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            """
            select concat_ws(' ', h.status, (now() at time zone 'UTC')::date - (h.finished_at at time zone 'UTC')::date)
            from jobmachine.history h
            order by 1
            """, as: String.self)
    }
}
