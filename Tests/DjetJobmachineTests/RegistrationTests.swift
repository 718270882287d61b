import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Workers that cannot register end with an error, or when they are told to stop.
@Suite struct RegistrationTests {
    @Test(.endsWithTheSuite) func whatTheServerRefusesIsThrown() async throws {
        try await withDatabase { database in
            let configuration = WorkerConfiguration(queues: ["Bad Name"])
            let worker = Worker(database.model(), configuration: configuration)
            let error = await #expect(throws: StoreError.self) { try await worker.run() }
            #expect(error?.sqlState?.rawValue == "DJ400")
            #expect(error?.message.contains("Bad Name") == true, "\(String(describing: error))")
        }
    }

    @Test(.endsWithTheSuite) func whoWaitsToRegisterHearsThatItIsToStop() async throws {
        try await withDatabase { database in
            let worker = Worker(database.model())
            try await database.store.transaction { connection in
                try await connection.query("lock table jobmachine.worker in access exclusive mode")
                let run = Task { try await worker.run() }
                _ = try await database.blocked(like: "%register(%")
                run.cancel()
                try await run.value
            }
            try await entersNobody(database)
        }
    }

    @Test(.endsWithTheSuite) func whoWaitsToRegisterHearsThatTheStoreIsClosed() async throws {
        try await withDatabase { database in
            let store = Store(
                StoreConfiguration(connectionString: database.connectionString), logger: TestDatabase.logger)
            let clock = TestClock()
            let worker = Worker(Model(store: store, logger: TestDatabase.logger, clock: { clock.now }))
            try await database.store.transaction { connection in
                try await connection.query("lock table jobmachine.worker in access exclusive mode")
                let run = Task { try await worker.run() }
                _ = try await database.blocked(like: "%register(%")
                await store.close()
                let error = await #expect(throws: StoreError.self) { try await run.value }
                #expect(error?.message.contains("closed") == true)
            }
        }
    }

    /// Expects no registered worker. A registration under way may still succeed; it is undone after that, on
    /// the same connection.
    private func entersNobody(_ database: TestDatabase) async throws {
        var rings = database.store.listener.rings(on: ["after"]).makeAsyncIterator()
        #expect(await rings.next() == .began)
        let count = try await database.store.first("select count(*) from jobmachine.worker", as: Int.self)
        #expect(count == 0)
    }
}
