import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The queue's SQL functions, as any client may call them.
@Suite struct QueueSQLTests {
    @Test func aDayOlderThanTheRetentionIsDroppedWholeWithItsFiles() async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create table jobmachine.history_20200101 partition of jobmachine.history
                          for values from ('2020-01-01 00:00+00') to ('2020-01-02 00:00+00');
                        insert into jobmachine.history
                          (id, run_at, offloaded_at, finished_at, attempt, attempt_limit, priority, status, queue,
                           kind, arguments, environment)
                        values (1, '2020-01-01', '2020-01-01', '2020-01-01 12:00+00', 1, 5, 4, 'finished', 'slow',
                          'x', '{}', '{}');
                        insert into jobmachine.file (name, mime_type, created_at)
                        values ('old', 'text/plain', '2020-01-01'), ('new', 'text/plain', now());
                        """)
            }
            try await database.store.query("select jobmachine.keep_days('14 days')")
            try await database.store.query("select jobmachine.drop_files(now() - interval '14 days')")
            let days = try await database.store.rows(
                "select inhrelid::regclass::text from pg_inherits where inhparent = 'jobmachine.history'::regclass",
                as: String.self)
            #expect(!days.contains("jobmachine.history_20200101"))
            #expect(days.count == 8, "today and the seven days to come")
            #expect(
                try await database.store.rows("select name from jobmachine.file", as: String.self) == ["new"])
        }
    }

    @Test func keepingDaysTwiceAtOnceHarmsNothing() async throws {
        try await withDatabase { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await database.store.query("select jobmachine.keep_days('14 days')") }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func aClaimAboveTheFloorSkipsAndAFullLookDoesNot() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
            let ids = tickets.map(\.id.number)
            try await database.enterWorker(1)
            func claim(_ floor: Int64) async throws -> [Int64] {
                let floors = [Int64](repeating: floor, count: 10)
                return try await database.store.rows(
                    model.queue.claim("default", worker: 1, amount: 1, floors: floors), as: Int64.self)
            }
            #expect(try await claim(ids[1]) == [ids[2]])
            #expect(try await claim(ids[2]) == [])
            #expect(try await claim(-1) == [ids[0]])
        }
    }

    @Test func aWorkerThatWasStruckOffClaimsNothing() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            try await database.enterWorker(1)
            try await database.store.query("select jobmachine.rescue(1)")
            let claim = model.queue.claim("default", worker: 1, amount: 1, floors: [])
            let error = await #expect(throws: StoreError.self) { try await database.store.query(claim) }
            #expect(error?.sqlState == .workerNotRegistered)
            #expect(try await ticket.status == .entered)
        }
    }

    @Test func aRescueWaitsForAClaimThatIsUnderWayAndTakesItsJobsBack() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            try await database.enterWorker(1)
            let dying = try await Connection.open(database.connectionString)
            try await dying.query("begin")
            let claim = model.queue.claim("default", worker: 1, amount: 1, floors: [])
            #expect(try await dying.query(claim).count == 1)
            async let rescued = database.store.first("select jobmachine.rescue(1)", as: Int.self)
            try await dying.query("commit")
            #expect(try await rescued == 1)
            #expect(try await ticket.status == .entered)
            dying.close()
        }
    }

    @Test func aJobKilledFiveTimesIsParked() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "poison"))
            for worker in 1...5 {
                try await database.enterWorker(worker)
                let claim = model.queue.claim("default", worker: worker, amount: 1, floors: [])
                #expect(try await database.store.query(claim).count == 1)
                try await database.store.query("select jobmachine.rescue(\(worker)::integer)")
            }
            let job = try await ticket.job
            #expect(job.status == .error)
            #expect(job.error?.type == "rescue")
            #expect(try await model.attempts(of: ticket.id).count == 5)
        }
    }

    @Test func aWatcherIsToldOfADeathAtOnce() async throws {
        try await withDatabase { database in
            let first = try await Connection.open(database.connectionString)
            let second = try await Connection.open(database.connectionString)
            let register: Statement = "select jobmachine.register('here', 1, array['default'], 1)"
            let one = try await first.first(register, as: Int.self) ?? 0
            let two = try await second.first(register, as: Int.self) ?? 0
            #expect(
                try await database.store.first("select jobmachine.is_alive(\(one)::integer)", as: Bool.self)
                    == true)
            async let watch = database.store.first("select jobmachine.watch(\(two)::integer)", as: Int.self)
            first.close()
            #expect(try await watch == 0, "it held no job")
            let left = try await database.store.rows("select id from jobmachine.worker", as: Int.self)
            #expect(left == [two])
            second.close()
        }
    }

    @Test func nobodyToWatchIsNull() async throws {
        try await withDatabase { database in
            let watch = try await database.store.first("select jobmachine.watch(1)", as: Int?.self)
            #expect(watch == .some(nil))
        }
    }

    @Test func whatCannotBeAJobIsRefusedByTheTable() async throws {
        try await withDatabase { database in
            let refused: [(Statement, String)] = [
                ("select jobmachine.offload('Bad Kind')", "job_kind_is_a_name"),
                ("select jobmachine.offload('x', queue => 'slow.1')", "job_queue_is_a_name"),
                ("select jobmachine.offload('x', priority => 10)", "job_priority_is_one_of_ten"),
                ("select jobmachine.offload('x', run_at => 'infinity')", "job_comes_up_some_day"),
                ("select jobmachine.offload('x', attempt_limit => 0)", "job_attempt_counts_up"),
                ("update jobmachine.job set worker = 1", "job_has_a_worker_when_claimed"),
                ("update jobmachine.job set offloaded_at = 'infinity'", "job_comes_up_some_day"),
                (
                    "update jobmachine.job set worker = 1, claimed_at = '-infinity'",
                    "job_comes_up_some_day"
                ),
            ]
            try await database.store.query("select jobmachine.offload('x')")
            for (statement, constraint) in refused {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(statement)
                }
                #expect(error?.constraint == constraint)
            }
        }
    }

    @Test func twoInstallationsLiveInOneDatabase() async throws {
        try await withDatabase { database in
            _ = try await Migrator([DjetSQL.queue(schema: "reports")]).migrate(database.store)
            try await database.store.query("select reports.offload('x', queue => 'slow')")
            #expect(try await database.store.first("select count(*) from reports.job", as: Int.self) == 1)
            #expect(try await database.store.first("select count(*) from jobmachine.job", as: Int.self) == 0)
        }
    }
}
