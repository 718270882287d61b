import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The work of the queue's SQL functions on ended jobs and on their history.
@Suite struct QueueUpkeepTests {
    @Test func anOldFileStaysAsLongAsAJobMayReadIt() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            try await database.store.query("update jobmachine.job set offloaded_at = '2020-01-01 12:00+00'")
            try await database.store.query(
                """
                insert into jobmachine.file (name, mime_type, created_at)
                values ('older', 'text/plain', '2019-12-30'), ('old', 'text/plain', '2020-01-01')
                """)
            let names: Statement = "select name from jobmachine.file"
            try await database.enterWorker(1)
            try await database.store.query("select jobmachine.beat(1)")
            let read = try await database.store.rows(names, as: String.self)
            #expect(read == ["old"])
            try await ticket.cancel()
            try await database.store.query("select jobmachine.beat(1)")
            let left = try await database.store.rows(names, as: String.self)
            #expect(left == [])
        }
    }

    @Test func whoNeedsADayWaitsForTheOneWhoMakesIt() async throws {
        try await withDatabase { database in
            let other = try await Connection.open(database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query("select jobmachine.make_day('history', '2030-01-01')")
            async let made = database.store.query("select jobmachine.make_day('history', '2030-01-01')")
            _ = try await database.blocked(like: "select jobmachine.make_day(%")
            try await other.query("rollback")
            _ = try await made
            let day = try await database.store.first(
                "select to_regclass('jobmachine.history_20300101') is not null", as: Bool.self)
            #expect(day == true)
        }
    }

    @Test func theLocksAreThereAfterEachMigration() async throws {
        try await withDatabase { database in
            try await database.store.query("delete from jobmachine.lock")
            try await database.store.query("delete from jobmachine.migration where number = 0")
            _ = try await Migrator([DjetSQL.queue()]).migrate(database.store)
            let names = try await database.store.rows(
                "select name from jobmachine.lock order by name", as: String.self)
            #expect(names == ["history", "rights", "settle", "tally"])
        }
    }

    @Test func eachRetryByHandGivesAsManyAttemptsAsAtFirst() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            let first = try await ticket.job.attemptLimit
            for round in 1...3 {
                try await database.store.query("update jobmachine.job set attempt = attempt_limit")
                try await ticket.cancel()
                try await model.retry(ticket.id)
                let job = try await ticket.job
                #expect(job.attempt == first * round)
                #expect(job.attemptLimit == first * (round + 1))
            }
        }
    }

    @Test func aChainOfJobsThatIsLongerThanTheStackEnds() async throws {
        try await withDatabase { database in
            try await makeChain(of: 5_000, in: database)
            let model = database.model()
            try await model.cancel(TicketID(queue: "default", number: 1))
            let last = try await model.job(TicketID(queue: "default", number: 5_000))
            #expect(last.status == .error)
            #expect(last.error?.message == "this job waited for default.4999, which ended as error")
            let live = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(live == 0)
        }
    }

    /// It took sixteen times as long. All tests run at the same time and hold up each other, so it has three
    /// tries.
    @Test func aLongChainComesBackInTheTimeInWhichItEnds() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await makeChain(of: 2_000, in: database)
            let first = TicketID(queue: "default", number: 1)
            var isCheap = false
            for _ in 0..<3 where !isCheap {
                let start = ContinuousClock.now
                try await model.cancel(first)
                let end = start.duration(to: .now)
                try await model.retry(first)
                isCheap = start.duration(to: .now) - end < end * 6
            }
            #expect(isCheap)
            let waiting = try await database.store.first(
                "select count(*) from jobmachine.job where waiting_for = 1 and position is null", as: Int.self
            )
            #expect(waiting == 1_999)
        }
    }

    /// Offloads jobs 1 to `length`, each of which waits for the one before.
    private func makeChain(of length: Int, in database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    insert into jobmachine.job (id, position, waiting_for, kind)
                    select n, case when n = 1 then 1 end, case when n = 1 then 0 else 1 end, 'x'
                    from generate_series(1, \(length)) n;
                    insert into jobmachine.dependency (needs, job)
                    select n, n + 1 from generate_series(1, \(length - 1)) n;
                    """)
        }
    }

    @Test func aCancelLeavesTheLocksOfItsTransactionTheirTime() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            let connection = try await Connection.open(database.connectionString)
            try await connection.query("begin")
            try await connection.query(model.queue.cancel(ticket.id.number))
            let patience = try await connection.first(
                "select current_setting('lock_timeout')", as: String.self)
            #expect(patience == "0")
            try await connection.query("rollback")
            connection.close()
        }
    }

    @Test func manyWhoRetryAtOnceDoNotLockEachOtherOut() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp(patience: .seconds(60))
            let tickets = history.jobs.filter { $0.status == .error || $0.status == .cancelled }
                .map { TicketID(queue: $0.queue, number: $0.id) }
            let done = try await withThrowingTaskGroup(of: Int.self) { group in
                for part in 0..<8 {
                    let mine = tickets.indices.filter { $0 % 8 == part }.map { tickets[$0] }
                    group.addTask { try await model.apply(.retry, to: mine).done }
                }
                return try await group.reduce(0, +)
            }
            #expect(done == tickets.count)
        }
    }
}
