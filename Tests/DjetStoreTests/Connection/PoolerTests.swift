import DjetTestSupport
import Testing

@testable import DjetStore

/// A pooler that shares sessions: one client finds, or misses, the statements that another has prepared.
@Suite struct PoolerTests {
    @Test func aStatementOfAnotherClientIsExplained() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let connection = try await Connection.open(database.connectionString)
            defer { connection.close() }
            try await connection.run(script: "prepare djet_1 as select 1")
            let error = try await storeError { try await connection.query("select 2") }
            #expect(error.sqlState?.rawValue == "42P05")
            #expect(error.message.contains("a pooler that shares sessions"))
            #expect(error.detail == "prepared statement \"djet_1\" already exists")
            #expect(error.hint?.contains("pool_mode = session") == true)
        }
    }

    @Test func aStatementThatIsGoneIsExplained() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let connection = try await Connection.open(database.connectionString)
            defer { connection.close() }
            try await connection.query("select 2")
            try await connection.run(script: "deallocate all")
            let error = try await storeError { try await connection.query("select 2") }
            #expect(error.sqlState?.rawValue == "26000")
            #expect(error.message.contains("a pooler that shares sessions"))
            #expect(error.description.contains("does not exist"))
        }
    }

    @Test func aStatementOfTheCallersOwnIsNotBlamedOnAPooler() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError { try await database.store.query("execute mine") }
            #expect(error.message == "prepared statement \"mine\" does not exist")
        }
    }
}
