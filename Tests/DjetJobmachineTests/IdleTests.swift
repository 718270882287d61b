import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct IdleTests {
    /// This test watches the workers for a minute.
    @Test func anIdleWorkerSendsAtMost4StatementsAMinute() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model(testFunctions)
            let other = try TestProcess("test-worker", ["work", database.connectionString, "default"])
            try await withWorker(model) {
                let value = try await model.offload(Echo(text: "awake")).value
                #expect(value == "awake")
                // The count comes from another database, so that it does not count itself.
                try await withDatabase(migrated: false) { observer in
                    let name =
                        try await database.store.first("select current_database()", as: String.self) ?? ""
                    try await observer.countStatements()
                    try await observer.store.query(
                        "select pg_stat_statements_reset(0, oid) from pg_database where datname = \(name)")
                    try await observer.store.query("select pg_sleep(60)")
                    let statements = try await observer.store.rows(
                        """
                        select calls || ' × ' || left(query, 60) from pg_stat_statements s
                        join pg_database d on d.oid = s.dbid where d.datname = \(name)
                        """, as: String.self)
                    let count = statements.compactMap { Int($0.prefix { $0.isNumber }) }.reduce(0, +)
                    // Two workers, each watching the other.
                    #expect((1...8).contains(count), "\(statements)")
                }
            }
            other.signal(15)
            #expect(await other.exitCode() == 0)
        }
    }
}
