import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A server that at present cannot do what it is asked.
@Suite struct UnavailableTests {
    @Test func aServerThatOnlyReadsIsSaidToAndItsConnectionIsNotUsedAgain() async throws {
        try await withDatabase { database in
            try await database.onlyReading(true)
            let store = Store(
                StoreConfiguration(connectionString: database.connectionString, maximumConnections: 1),
                logger: TestDatabase.logger)
            let model = Model(store: store, functions: Functions(testFunctions)) { TestClock().now }
            let error = await #expect(throws: StoreError.self) { try await model.offload(Twice(number: 2)) }
            #expect(error?.code == .unavailable)
            #expect(error?.hint?.contains("target_session_attrs=read-write") == true)
            // The refused session would stay read-only. The next one finds a server that writes.
            try await database.onlyReading(false)
            _ = try await model.offload(Twice(number: 3))
            await store.close()
            let count = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(count == 1)
        }
    }
}

extension TestDatabase {
    /// Makes sessions that begin from now on read-only, or writable again.
    fileprivate func onlyReading(_ isOn: Bool) async throws {
        let name: String = try await store.query("select quote_ident(current_database())")[0].value(0)
        try await store.withConnection { connection in
            try await connection.run(
                script: "alter database \(name) set default_transaction_read_only = \(isOn ? "on" : "off")")
        }
    }
}
