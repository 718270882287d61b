import DjetTestSupport
import Testing

@testable import DjetStore

@Suite struct PoolTests {
    @Test func noMoreConnectionsThanTheMaximum() async throws {
        try await withDatabase(migrated: false, connections: 5) { database async throws in
            let sessions = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...200 {
                    group.addTask { try await database.store.value("select pg_backend_pid()") }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(sessions.count <= 5)
            // The server's own vacuum may have a connection beside ours.
            let count: Int = try await database.store.value(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and backend_type = 'client backend'
                """)
            #expect(count <= 5)
        }
    }

    @Test func whoComesFirstIsServedFirst() async throws {
        try await withPool { pool, _ async throws in
            let held = try await pool.lease()
            let order = Guarded<[Int]>([])
            var tasks: [Task<Void, any Error>] = []
            for number in 1...10 {
                tasks.append(
                    Task {
                        let connection = try await pool.lease()
                        order.withLock { $0.append(number) }
                        await pool.giveBack(connection)
                    })
                try await until { pool.waiterCount == number }
            }
            // A broken connection, too, hands its place to the first waiter.
            held.close()
            await pool.giveBack(held)
            for task in tasks { try await task.value }
            #expect(order.withLock { $0 } == Array(1...10))
        }
    }

    @Test func patienceEndsWithAReason() async throws {
        try await withPool(patience: .milliseconds(20)) { pool, _ async throws in
            let held = try await pool.lease()
            let error = try await storeError { _ = try await pool.lease() }
            #expect(error.code == .poolExhausted)
            #expect(error.message.hasPrefix("no connection became free in 0.02 seconds: all 1 are busy;"))
            await pool.giveBack(held)
            await pool.giveBack(try await pool.lease())
        }
    }

    @Test func aBrokenConnectionIsReplaced() async throws {
        try await withPool { pool, database async throws in
            for _ in 1...3 {
                let connection = try await pool.lease()
                let id = connection.processID
                await pool.giveBack(connection)
                try await database.store.query("select pg_terminate_backend(\(id))")
                try await until { connection.isClosed }
                let next = try await pool.lease()
                #expect(next.processID != id)
                #expect(try await next.value("select 1") == 1)
                await pool.giveBack(next)
            }
            #expect(pool.count == 1)
        }
    }

    @Test func oneThatBreaksInUseIsReplaced() async throws {
        try await withPool { pool, _ async throws in
            let connection = try await pool.lease()
            let error = try await storeError {
                try await connection.query("select pg_terminate_backend(pg_backend_pid())")
            }
            #expect(error.code == .connectionLost)
            await pool.giveBack(connection)
            #expect(pool.count == 0)
            let next = try await pool.lease()
            #expect(try await next.value("select 1") == 1)
            await pool.giveBack(next)
        }
    }

    @Test func oneInTheMiddleOfATransactionIsNotUsedAgain() async throws {
        try await withPool { pool, _ async throws in
            let connection = try await pool.lease()
            try await connection.query("begin")
            await pool.giveBack(connection)
            #expect(connection.isClosed)
            #expect(pool.count == 0)
        }
    }

    @Test func closingTellsThoseWhoWait() async throws {
        try await withPool { pool, _ async throws in
            let held = try await pool.lease()
            let waiter = Task { _ = try await pool.lease() }
            try await until { pool.waiterCount == 1 }
            pool.close()
            #expect(try await storeError { try await waiter.value }.message == "the store has been closed")
            #expect(
                try await storeError { _ = try await pool.lease() }.message == "the store has been closed")
            await pool.giveBack(held)
            #expect(held.isClosed)
        }
    }

    @Test func aRefusalToConnectGivesThePlaceBack() async throws {
        let pool = Pool(
            StoreConfiguration(connectionString: "host=/nowhere", maximumConnections: 1),
            logger: TestDatabase.logger)
        try await withThrowingTaskGroup(of: StoreError.Code.self) { group in
            for _ in 1...5 {
                group.addTask { try await storeError { _ = try await pool.lease() }.code }
            }
            for try await code in group { #expect(code == .cannotConnect) }
        }
        #expect(pool.count == 0)
    }

    private func withPool(
        patience: Duration = .seconds(30), _ body: (Pool, TestDatabase) async throws -> Void
    ) async throws {
        try await withDatabase(migrated: false) { database async throws in
            let configuration = StoreConfiguration(
                connectionString: database.connectionString, maximumConnections: 1, patience: patience)
            let pool = Pool(configuration, logger: TestDatabase.logger)
            try await body(pool, database)
            pool.close()
        }
    }
}
