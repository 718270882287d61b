import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs that thousands of others wait for.
@Suite struct DependencyCostTests {
    /// Each end searched the dependents for each of them: sixteen times as many took 256 times as long.
    @Test func aJobEndsAndComesBackInTimeThatIsLinearInItsDependents() async throws {
        try await withDatabase { database in
            let model = database.model()
            func cost(of amount: Int) async throws -> Duration {
                let needed = try await model.offload(Twice(number: 0))
                try await wait(amount, for: needed.id.number, in: database)
                return try await ContinuousClock().measure {
                    try await needed.cancel()
                    try await model.retry(needed.id)
                    try await reply(to: needed.id.number, in: database)
                }
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
        }
    }

    @Test(arguments: [true, false])
    func oneTransactionSeesToTenThousandAndTheRestIsSettled(isFinished: Bool) async throws {
        try await withDatabase { database in
            let model = database.model()
            let needed = try await model.offload(Twice(number: 0))
            try await wait(10_001, for: needed.id.number, in: database)
            if isFinished {
                try await reply(to: needed.id.number, in: database)
            } else {
                try await needed.cancel()
            }
            let left: Statement = "select count(*) from jobmachine.job where waiting_for > 0"
            #expect(try await database.store.first(left, as: Int.self) == 1)
            #expect(
                try await database.store.first("select is_certain from jobmachine.settle()", as: Bool.self)
                    == true)
            #expect(try await database.store.first(left, as: Int.self) == 0)
        }
    }

    /// A chain comes to an end by waves, of which each is a job.
    @Test func aLongChainEndsAndComesBack() async throws {
        try await withDatabase { database in
            let model = database.model()
            let needed = try await model.offload(Twice(number: 0))
            try await wait(300, for: needed.id.number, in: database)
            try await database.store.query(
                """
                update jobmachine.dependency set needs = job - 1
                where job > (select min(job) from jobmachine.dependency)
                """)
            let waiting: Statement = "select count(*) from jobmachine.job where waiting_for > 0"
            try await needed.cancel()
            #expect(try await database.store.first(waiting, as: Int.self) == 0)
            try await model.retry(needed.id)
            #expect(try await database.store.first(waiting, as: Int.self) == 300)
        }
    }

    /// A tally that counts them all, whatever their number, takes all of them off.
    @Test func thoseThatComeBackAreTakenOffTheTally() async throws {
        try await withDatabase { database in
            let model = database.model()
            let needed = try await model.offload(Twice(number: 0))
            try await wait(20, for: needed.id.number, in: database)
            try await needed.cancel()
            try await database.store.query(
                """
                insert into jobmachine.tally (since, amount, waited, ran, status, span, queue, kind)
                select date_trunc(span, h.finished_at, 'UTC'), count(*), 0, 0, h.status, span, h.queue, h.kind
                from jobmachine.history h, unnest('{minute,hour,day}'::text[]) span
                group by date_trunc(span, h.finished_at, 'UTC'), h.status, span, h.queue, h.kind
                """)
            try await database.store.query(
                "update jobmachine.tally_mark set until = now() + interval '1 hour'")
            try await model.retry(needed.id)
            let left = try await database.store.first(
                "select sum(amount - retried)::bigint from jobmachine.tally", as: Int.self)
            #expect(left == 0)
        }
    }

    /// Offloads jobs that wait for another one, with far fewer statements than offload takes.
    private func wait(_ amount: Int, for needed: Int64, in database: TestDatabase) async throws {
        try await database.store.query(
            """
            with waiting as (
              insert into jobmachine.job (kind, waiting_for)
              select 'test.twice', 1 from generate_series(1, \(amount))
              returning id
            )
            insert into jobmachine.dependency (needs, job)
            select \(needed)::bigint, waiting.id from waiting
            """)
    }

    private func reply(to id: Int64, in database: TestDatabase) async throws {
        let queue = database.model().queue
        try await database.enterWorker(1)
        try await database.store.query(
            "update jobmachine.job set worker = 1, claimed_at = now(), attempt = 1 where id = \(id)")
        try await database.store.query(queue.reply(worker: 1, ids: [id], attempts: [1], replies: ["1"]))
    }
}
