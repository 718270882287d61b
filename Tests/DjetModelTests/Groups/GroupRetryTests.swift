import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Groups one of whose jobs is retried after they have ended.
@Suite struct GroupRetryTests {
    @Test func theOnesAroundCountItAndWaitForIt() async throws {
        try await withDatabase { database in
            let nest = try await Nest(3, in: database)
            let (model, last) = (nest.model, nest.rings[2].job)
            for job in [last, nest.rings[2].then, nest.rings[1].job, nest.rings[1].then] {
                try await model.cancel(job)
                try await nest.look()
            }
            #expect(try await nest.live() == [1, 0, 0])
            try await model.retry(last)
            #expect(try await nest.live() == [2, 1, 1], "before anybody has counted")
            try await nest.look()
            #expect(try await nest.live() == [2, 1, 1])
            try await model.cancel(nest.rings[0].job)
            try await nest.look()
            #expect(try await model.groupStatus(nest.rings[0].id).endedAt == nil, "it waits")
            try await model.cancel(last)
            try await nest.look()
            let outermost = try await model.groupStatus(nest.rings[0].id)
            #expect(outermost.endedAt != nil && outermost.jobs == 5 && outermost.cancelled == 5)
            let told = try await model.job(nest.rings[0].then)
            #expect(told.status == .entered && told.environment.contains(#""cancelled": 5"#))
        }
    }

    @Test func whatRanAfterThemDoesNotRunAgain() async throws {
        try await withDatabase { database in
            let nest = try await Nest(2, in: database)
            for job in [nest.rings[1].job, nest.rings[1].then, nest.rings[0].job] {
                try await nest.model.cancel(job)
                try await nest.look()
            }
            #expect(try await nest.model.groupStatus(nest.rings[0].id).thenStatus == .entered)
            try await nest.model.cancel(nest.rings[0].then)
            try await nest.model.retry(nest.rings[1].job)
            try await nest.look()
            #expect(try await nest.live() == [1, 1])
            #expect(try await nest.model.groupStatus(nest.rings[0].id).thenStatus == .cancelled)
            // Somebody who retries it has it told what is so now.
            try await nest.model.retry(nest.rings[0].then)
            let told = try await nest.model.job(nest.rings[0].then)
            #expect(told.environment.contains(#""cancelled": 2"#), "\(told.environment)")
        }
    }

    @Test func itMayAddJobsAndGroupsWhileItLives() async throws {
        try await withDatabase { database in
            let nest = try await Nest(2, in: database)
            let (model, inner) = (nest.model, nest.rings[1])
            for job in [inner.job, inner.then] {
                try await model.cancel(job)
                try await nest.look()
            }
            try await model.retry(inner.job)
            let added = try await model.offload([Share(number: 7)], in: inner.id)[0].id
            let group = try await nest.add(within: inner.id)
            let live = try await nest.live()
            #expect(live == [4, 3], "of a group within, the job after it counts at once")
            for job in [inner.job, added, nest.rings[0].job] {
                try await model.cancel(job)
                try await nest.look()
            }
            let outer = nest.rings[0].id
            #expect(try await model.groupStatus(outer).endedAt == nil, "it waits for the new group")
            for job in [group.job, group.then] {
                try await model.cancel(job)
                try await nest.look()
            }
            #expect(try await model.groupStatus(outer).endedAt != nil)
            #expect(try await model.groupStatus(outer).cancelled == 6)
            #expect(try await model.groupStatus(inner.id).jobs == 4)
        }
    }

    @Test func cancellingTheOneAroundReachesIt() async throws {
        try await withDatabase { database in
            let nest = try await Nest(2, in: database)
            for job in [nest.rings[1].job, nest.rings[1].then] {
                try await nest.model.cancel(job)
                try await nest.look()
            }
            try await nest.model.retry(nest.rings[1].job)
            try await nest.model.group(nest.rings[0].id, of: Int.self).cancel()
            try await nest.look()
            #expect(try await nest.live() == [0, 0])
            #expect(try await nest.model.job(nest.rings[1].job).status == .cancelled)
        }
    }

    @Test func itsGroupIsKeptAsLongAsItLives() async throws {
        try await withDatabase { database in
            let nest = try await Nest(2, in: database)
            for job in [nest.rings[1].job, nest.rings[1].then, nest.rings[0].job] {
                try await nest.model.cancel(job)
                try await nest.look()
            }
            try await nest.model.retry(nest.rings[1].job)
            let forget: Statement = "select jobmachine.drop_old_steps(now())"
            try await database.store.query(
                "update jobmachine.job_group set ended_at = now() - interval '2 days'")
            try await database.store.query(forget)
            #expect(try await nest.live() == [1, 1])
            try await nest.model.cancel(nest.rings[1].job)
            try await database.store.query(forget)
            try await database.store.query(forget)
            let left = try await database.store.first(
                "select count(*) from jobmachine.job_group", as: Int.self)
            #expect(left == 0, "from the innermost one on")
        }
    }

    @Test(
        arguments: [
            "make_group('x', 99)": "there is no group 99",
            "make_group('x', environment => '{\"group\": 99}')": "there is no group 99",
            "offload_group('x', 'k', array['{}']::jsonb[], outer_group => 1)": "the group 1 has ended",
            "offload_group('x', 'k', array['{}']::jsonb[], environment => '{\"group\": 1}')":
                "the group 1 has ended",
            "offload('k', environment => '{\"group\": 99}')": "there is no group 99",
            "offload('k', environment => '{\"group\": 1}')": "the group 1 has ended",
            "make_group('x', environment => '{\"group\": \"a\"}')":
                "the group of a job must be the number of a group, not \"a\"",
        ])
    func oneThatCannotGrowIsRefused(call: String, message: String) async throws {
        try await withDatabase { database in
            let nest = try await Nest(1, in: database)
            try await nest.model.cancel(nest.rings[0].job)
            try await nest.look()
            let error = await #expect(throws: StoreError.self) {
                try await database.store.withConnection {
                    try await $0.run(script: "select jobmachine.\(call)")
                }
            }
            #expect(error?.message == message)
            if message.contains("ended") { #expect(error?.hint?.hasPrefix("A group can grow") == true) }
        }
    }

    @Test func cancellingFindsTheLinesOfGroupsByIndex() async throws {
        try await withDatabase { database in
            try await database.store.query(
                """
                select id from jobmachine.offload_group(
                  'wide', 'test.share', array_fill('{}'::jsonb, array[3000]), 'test.tell-outcome')
                """)
            try await database.store.query("analyze jobmachine.job")
            let read = try await database.store.transaction { connection in
                try await connection.query("select jobmachine.cancel(20)")
                return try await connection.first(
                    """
                    select (seq_tup_read + idx_tup_fetch)::bigint from pg_stat_xact_user_tables
                    where schemaname = 'jobmachine' and relname = 'job'
                    """, as: Int.self)
            }
            let rows = try #require(read)
            #expect(rows < 100, "a cancellation must not read all jobs")
        }
    }
}

/// Groups one within the other, each of one job, with one after it.
private struct Nest {
    let model: Model
    var rings: [(id: GroupID, then: TicketID, job: TicketID)] = []

    /// Makes them. The outermost one comes first.
    init(_ depth: Int, in database: TestDatabase) async throws {
        model = database.model(testFunctions)
        for _ in 0..<depth { rings.append(try await add(within: rings.last?.id)) }
    }

    func add(within outer: GroupID?) async throws -> (id: GroupID, then: TicketID, job: TicketID) {
        let made = try await model.store.query(
            """
            select id, then_job, jobs[1] from jobmachine.offload_group(
              'nested', 'test.share', array['{}']::jsonb[], 'test.tell-outcome',
              outer_group => \(outer?.number)::bigint)
            """)[0]
        return (
            GroupID(try made.value(0, as: Int64.self)),
            TicketID(queue: "default", number: try made.value(1)),
            TicketID(queue: "default", number: try made.value(2))
        )
    }

    /// Returns the number of live jobs of each.
    func live() async throws -> [Int] {
        var counts: [Int] = []
        for ring in rings { counts.append(try await model.groupStatus(ring.id).live) }
        return counts
    }

    /// Does what the look of a worker does.
    func look() async throws {
        try await model.store.query("select jobmachine.promote('{default}')")
    }
}
