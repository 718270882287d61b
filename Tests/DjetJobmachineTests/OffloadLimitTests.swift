import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs on their way to the database.
@Suite struct OffloadLimitTests {
    @Test(.endsWithTheSuite) func anOffloadIsAwaitedNoLongerThanItsLimit() async throws {
        try await withDatabase { database in
            let limits = StoreLimits(answer: .milliseconds(100))
            let store = Store(
                StoreConfiguration(connectionString: database.connectionString, limits: limits),
                logger: TestDatabase.logger)
            let clock = TestClock()
            let model = Model(store: store, logger: TestDatabase.logger, clock: { clock.now })
            try await database.store.transaction { connection in
                try await connection.query("lock table jobmachine.job in access exclusive mode")
                let error = await #expect(throws: StoreError.self) {
                    try await model.offload(kind: "test.echo", arguments: "{}")
                }
                #expect(error?.code == .connectionLost)
            }
            await store.close()
        }
    }

    /// A backslash followed by an accent is one character to Swift, and no backslash.
    @Test(.endsWithTheSuite) func whatIsCopiedArrivesAsItWas() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let text = "a\\\u{301}\t\u{301}\n\u{301}\r\u{301}\\N"
            let functions = (0..<2000).map { Echo(text: $0 == 7 ? text : "plain") }
            let tickets = try await model.offload(functions)
            let stored = try await database.store.first(
                "select arguments ->> 'text' from jobmachine.job where id = \(tickets[7].id.number)",
                as: String.self)
            #expect(stored.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        }
    }
}
