import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A worker's life depends on its session and on durations, not on clocks or on strangers' locks.
@Suite(.endsWithTheSuite) struct LivenessTests {
    @Test func aStrangersLockMakesNoDeadWorkerAlive() async throws {
        try await withDatabase { database in
            let (dying, one) = try await worker(in: database)
            let (watching, two) = try await worker(in: database)
            let ticket = try await claimedJob(of: one, in: database)
            try await database.signedIn { stranger in
                // Anybody who may connect sees the keys of all locks, and may wait for them.
                let key = try #require(
                    try await stranger.store.query(
                        """
                        select classid::bigint::bit(32)::integer, objid::bigint::bit(32)::integer from pg_locks
                        where locktype = 'advisory' and pid = \(Int(dying.processID))
                        """
                    ).first)
                let (high, low) = (try key.value(0, as: Int.self), try key.value(1, as: Int.self))
                let thief = try await Connection.open(stranger.connectionString)
                async let theft = thief.query("select pg_advisory_lock(\(high)::integer, \(low)::integer)")
                _ = try await database.blocked(like: "select pg_advisory_lock(%")
                dying.close()
                _ = try await theft
                #expect(try await isAlive(one, in: database) == false)
                let rescued = try await watching.first(
                    "select jobmachine.watch(\(two)::integer)", as: Int.self)
                #expect(rescued == 1)
                thief.close()
            }
            #expect(try await ticket.status == .entered)
            watching.close()
        }
    }

    @Test func aStrangerInTheLineForTheLockKeepsNoWatchFromSeeingADeath() async throws {
        try await withDatabase { database in
            let (dying, one) = try await worker(in: database)
            let (watching, two) = try await worker(in: database)
            let thief = try await Connection.open(database.connectionString)
            async let theft = thief.query(
                """
                select pg_advisory_lock(w.key_class, w.key_number) from jobmachine.worker w
                where w.id = \(one)::integer
                """)
            _ = try await database.blocked(like: "%pg_advisory_lock(%")
            async let rescued = watching.first("select jobmachine.watch(\(two)::integer)", as: Int.self)
            _ = try await database.blocked(like: "%watch(%")
            let ticket = try await claimedJob(of: one, in: database)
            let death = ContinuousClock.now
            dying.close()
            _ = try await theft
            #expect(try await rescued == 1)
            #expect(death.duration(to: .now) < .seconds(15))
            #expect(try await ticket.status == .entered)
            for connection in [thief, watching] { connection.close() }
        }
    }

    @Test func theKeyOfASessionIsDrawnByChanceAndNeverUsedAgain() async throws {
        try await withDatabase { database in
            let (first, one) = try await worker(in: database)
            let (second, _) = try await worker(in: database)
            let (third, _) = try await worker(in: database)
            let before = try await keys(in: database)
            #expect(Set(before).count == 3, "\(before)")
            let back = try await Connection.open(database.connectionString)
            try await back.query("select jobmachine.register('here', 1, '{default}', 1, \(one)::integer)")
            let after = try await keys(in: database)
            #expect(Set(before + after).count == 4, "\(before), \(after)")
            #expect(after.first != before.first && after.dropFirst() == before.dropFirst())
            first.close()
            try await until(orElse: "the closed session still holds its lock") {
                try await database.store.first(
                    """
                    select count(*)
                    from pg_locks l
                    join pg_database d on d.oid = l.database and d.datname = current_database()
                    where l.locktype = 'advisory'
                    """, as: Int.self) == 3
            }
            #expect(try await isAlive(one, in: database) == true, "its life is the new session")
            for connection in [back, second, third] { connection.close() }
        }
    }

    @Test func whoWatchesLocksNoTable() async throws {
        try await withDatabase { database in
            let (watched, _) = try await worker(in: database)
            let (watching, two) = try await worker(in: database)
            async let rescued = watching.first("select jobmachine.watch(\(two)::integer)", as: Int.self)
            let process = try await database.blocked(like: "%watch(%")
            let locked = try await database.store.rows(
                """
                select l.relation::regclass::text from pg_locks l
                join pg_class c on c.oid = l.relation and c.relnamespace = 'jobmachine'::regnamespace
                where l.pid = \(process)
                """, as: String.self)
            #expect(locked == [])
            watched.close()
            #expect(try await rescued == 0)
            watching.close()
        }
    }

    @Test(arguments: ["10 days", "-10 days"]) func aJumpOfTheClockStrikesNobodyOff(jump: String) async throws
    {
        try await withDatabase { database in
            let (first, one) = try await worker(in: database)
            let (second, two) = try await worker(in: database)
            // The first worker has returned to its session before.
            try await first.query("select jobmachine.register('here', 1, '{default}', 1, \(one)::integer)")
            try await database.store.query(
                """
                update jobmachine.worker set seen_at = seen_at + \(jump)::text::interval,
                  connected_at = connected_at + \(jump)::text::interval, started_at = started_at + \(jump)::text::interval
                """)
            for _ in 1...3 {
                try await first.query("select jobmachine.beat(\(one)::integer)")
                try await second.query("select jobmachine.beat(\(two)::integer)")
            }
            let left = try await database.store.rows(
                "select id from jobmachine.workers() where is_alive order by id", as: Int.self)
            #expect(left == [one, two])
            let ticket = try await claimedJob(of: two, in: database)
            second.close()
            #expect(try await first.first("select jobmachine.watch(\(one)::integer)", as: Int.self) == 1)
            #expect(try await ticket.status == .entered)
            first.close()
        }
    }

    @Test func silenceIsMeasuredByWhoWatches() async throws {
        try await withDatabase { database in
            let (silent, one) = try await worker(in: database, lease: "300 milliseconds")
            let (watching, two) = try await worker(in: database)
            // By its stamp it would count as alive for years.
            try await database.store.query("update jobmachine.worker set seen_at = now() + '10 years'")
            let ticket = try await claimedJob(of: one, in: database)
            let rescued = try await watching.first(
                "select jobmachine.watch(\(two)::integer, '100 milliseconds')", as: Int.self)
            #expect(rescued == 0, "its lease is not over")
            for _ in 1...3 {
                try await watching.query("select jobmachine.watch(\(two)::integer, '100 milliseconds')")
            }
            #expect(try await ticket.status == .entered)
            #expect(
                try await isAlive(one, in: database) == false, "it is struck off, though its session lives on"
            )
            for connection in [silent, watching] { connection.close() }
        }
    }

    @Test func whoBeatsInTimeIsNotSilent() async throws {
        try await withDatabase { database in
            let (beating, one) = try await worker(in: database, lease: "3 seconds")
            let (watching, two) = try await worker(in: database)
            // Long enough to be seen waiting, and together longer than the lease.
            for _ in 1...3 {
                async let rescued = watching.first(
                    "select jobmachine.watch(\(two)::integer, '2 seconds')", as: Int.self)
                _ = try await database.blocked(like: "%watch(%")
                try await beating.query("select jobmachine.beat(\(one)::integer)")
                #expect(try await rescued == 0)
            }
            #expect(try await isAlive(one, in: database) == true)
            for connection in [beating, watching] { connection.close() }
        }
    }

    @Test func whoTakeEachOtherForDeadDoNotWaitForEachOther() async throws {
        try await withDatabase { database in
            for worker in 1...2 { try await database.enterWorker(worker) }
            let connections = [
                try await Connection.open(database.connectionString),
                try await Connection.open(database.connectionString),
            ]
            // Both have given their signs of life, and their beats are not over.
            for (index, connection) in connections.enumerated() {
                try await connection.query("begin")
                try await connection.query(
                    "update jobmachine.worker set seen_at = now() where id = \(index + 1)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, connection) in connections.enumerated() {
                    group.addTask {
                        try await connection.query("select jobmachine.beat(\(index + 1)::integer)")
                        try await connection.query("commit")
                    }
                }
                try await group.waitForAll()
            }
            let left = try await database.store.first("select count(*) from jobmachine.worker", as: Int.self)
            #expect(left == 2)
            for connection in connections { connection.close() }
        }
    }

    /// After a standstill of the server all sessions may be gone for a moment.
    @Test func aBeatStrikesNobodyOffWhoseSessionWasThereAtTheLastOne() async throws {
        try await withDatabase { database in
            let (dying, one) = try await worker(in: database)
            let (beating, two) = try await worker(in: database)
            let ticket = try await claimedJob(of: one, in: database)
            try await beating.query("select jobmachine.beat(\(two)::integer)")
            dying.close()
            try await until(orElse: "the closed session is still there") {
                try await isAlive(one, in: database) != true
            }
            try await beating.query("select jobmachine.beat(\(two)::integer)")
            #expect(try await ticket.status == .processing)
            try await beating.query("select jobmachine.beat(\(two)::integer)")
            #expect(try await ticket.status == .entered)
            beating.close()
        }
    }

    @Test func aSessionThatIsALifeIsNotEndedForBeingIdle() async throws {
        try await withDatabase { database in
            let (idle, one) = try await worker(in: database, options: "-c idle_session_timeout=3000")
            try await database.store.query("select pg_sleep(4)")
            #expect(try await isAlive(one, in: database) == true)
            #expect(try await idle.first("select jobmachine.beat(\(one)::integer)", as: Bool.self) == false)
            idle.close()
        }
    }

    @Test func aBeatIsByARegisteredWorker() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query("select jobmachine.beat(0, interval '-100 years')")
            }
            #expect(error?.sqlState == .workerNotRegistered)
            #expect(error?.message == "worker 0 is not registered")
        }
    }

    // MARK: Workers

    /// Returns a worker that does nothing by itself, and the session that keeps it alive.
    private func worker(
        in database: TestDatabase, lease: String = "3 minutes", options: String = ""
    ) async throws -> (Connection, Int) {
        let connection = try await Connection.open(database.connectionString + " options='\(options)'")
        let id = try await connection.first(
            "select jobmachine.register('here', 1, '{default}', 1, lease => \(lease)::text::interval)",
            as: Int.self)
        return (connection, try #require(id))
    }

    /// Returns the keys of the workers' lives, in the order of their numbers.
    private func keys(in database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            "select format('%s %s', w.key_class, w.key_number) from jobmachine.worker w order by w.id",
            as: String.self)
    }

    private func claimedJob(of worker: Int, in database: TestDatabase) async throws -> Ticket<String> {
        let model = database.model()
        let ticket = try await model.offload(Echo(text: "a"))
        try await database.store.query(
            model.queue.claim("default", worker: worker, amount: 1, floors: []))
        return ticket
    }

    private func isAlive(_ worker: Int, in database: TestDatabase) async throws -> Bool? {
        try await database.store.first(
            "select jobmachine.is_alive(\(worker)::integer)", as: Bool.self)
    }
}
