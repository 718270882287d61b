import DjetModel
import DjetStore
import DjetTestSupport
import DjetTesting
import Testing

/// The databases of tests on a server that others use, too.
@Suite struct TestServerTests {
    @Test func aGivenServerGetsADatabaseForEachTestAndLosesItAfterwards() async throws {
        try await withDatabase(migrated: false) { database in
            let server = TestServer(.given(connectionString: database.connectionString), testsAtOnce: 1)
            let name = try await server.withDatabase(of: nil) { name in
                let before = try await isThere(name, database)
                #expect(before)
                return name
            }
            let afterwards = try await isThere(name, database)
            #expect(!afterwards)
        }
    }

    @Test func aTemplateIsMigratedAndOldOnesGoWithWhatTestsLeftBehind() async throws {
        try await withDatabase(migrated: false) { database in
            let left = "djet_test_1_\(Int.random(in: 1...9_999_999))"
            try await database.store.query("create database \(identifier: left) template template0")
            // Text that no other test has, so that the template is made now.
            let text = "create table shelf.book (\(left) text);"
            let set = try SQLSet(home: "shelf", files: [.init(path: "migrations/0001_shelf.sql", text: text)])
            let server = TestServer(.given(connectionString: database.connectionString), testsAtOnce: 1)
            try await server.withDatabase(of: TestServer.Template(Migrator([set]))) { name in
                let connection = try await Connection.open(try await server.connectionString(of: name))
                defer { connection.close() }
                try await connection.query("select from shelf.book")
            }
            let isLeft = try await isThere(left, database)
            #expect(!isLeft)
        }
    }

    @Test func aServerThatCannotBeReachedIsNamedWithItsVariables() async throws {
        let server = TestServer(.given(connectionString: "host=/nowhere"), testsAtOnce: 1)
        let error = await #expect(throws: StoreError.self) { try await server.withDatabase(of: nil) { _ in } }
        #expect(error?.hint?.contains("DATABASE_URL") == true)
    }

    private func isThere(_ name: String, _ database: TestDatabase) async throws -> Bool {
        try await database.store.first(
            "select exists (select from pg_database where datname = \(name))", as: Bool.self) ?? false
    }
}
