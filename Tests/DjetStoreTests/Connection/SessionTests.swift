import DjetTestSupport
import Testing

@testable import DjetStore

/// Djet overrides the settings of a server, a database or a role.
@Suite struct SessionTests {
    private static let hostile = [
        "idle_session_timeout": "1s", "idle_in_transaction_session_timeout": "1s", "statement_timeout": "5s",
        "lock_timeout": "1ms", "default_transaction_isolation": "repeatable read",
        "default_transaction_deferrable": "on", "standard_conforming_strings": "off", "array_nulls": "off",
        "transform_null_equals": "on", "datestyle": "German, DMY", "intervalstyle": "iso_8601",
        "bytea_output": "escape", "extra_float_digits": "-15", "client_min_messages": "error", "jit": "on",
    ]

    @Test func theSettingsThatDjetReliesOnAreItsOwn() async throws {
        try await withDatabase(migrated: false) { database async throws in
            for (name, value) in Self.hostile {
                try await database.set(name, to: value)
            }
            let connection = try await Connection.open(database.connectionString)
            defer { connection.close() }
            for name in [
                "idle_session_timeout", "idle_in_transaction_session_timeout", "statement_timeout",
                "lock_timeout",
            ] {
                #expect(try await connection.value("select current_setting(\(name))") == "0", "\(name)")
            }
            #expect(try await connection.value("show transaction_isolation") == "read committed")
            #expect(try await connection.value("select 1/3::float8") == 1.0 / 3)
            #expect(try await connection.value(#"select '\'::text"#) == #"\"#)
            #expect(try await connection.value("select '\\x00ff'::bytea", as: [UInt8].self) == [0, 255])
            #expect(try await connection.value("select array[null]::text[]", as: [String?].self) == [nil])
            #expect(try await connection.query("select 1 where null = null").isEmpty)
        }
    }

    @Test func aFunctionMayStillChooseForItsTransaction() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError {
                try await database.store.transaction { connection in
                    try await connection.query("set local statement_timeout to '20ms'")
                    try await connection.query("select pg_sleep(60)")
                }
            }
            #expect(error.sqlState == .queryCanceled)
        }
    }

    @Test(arguments: ["LATIN1", "SQL_ASCII"]) func aDatabaseThatIsNotUTF8IsRefusedByName(encoding: String)
        async throws
    {
        try await withDatabase(migrated: false) { database async throws in
            let name = try await database.store.value(
                "select current_database() || '_other'", as: String.self)
            try await database.store.query(
                Statement(
                    text: """
                        create database \(name) encoding '\(encoding)' lc_collate 'C' lc_ctype 'C' template template0
                        """))
            let string = try ConnectionString.naming(name, in: database.connectionString)
            let error = try await storeError { _ = try await Connection.open(string) }
            try await database.store.query(Statement(text: "drop database \(name)"))
            #expect(error.code == .cannotConnect)
            #expect(
                error.message.hasPrefix(
                    "the database “\(name)” has the encoding \(encoding), but Djet needs UTF8"))
        }
    }

    @Test(arguments: [
        ("select pg_terminate_backend(pg_backend_pid())", "57P01", "administrator command"),
        ("set idle_session_timeout to '20ms'", "57P05", "idle-session timeout"),
    ])
    func theServersOwnReasonForTheEndIsTold(deed: String, state: String, reason: String) async throws {
        try await withDatabase(migrated: false) { database async throws in
            let connection = try await Connection.open(database.connectionString)
            _ = try? await connection.query(Statement(text: deed))
            try await until { connection.isClosed }
            let error = try await storeError { try await connection.query("select 1") }
            #expect(error.code == .connectionLost)
            #expect(error.sqlState?.rawValue == state)
            #expect(error.message.hasPrefix("PostgreSQL ended the session: "))
            #expect(error.message.contains(reason))
        }
    }

    @Test func theServersOwnReasonIsToldInATransaction() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let error = try await storeError {
                try await database.store.transaction { connection in
                    try await connection.query("set local idle_in_transaction_session_timeout to '20ms'")
                    try await until { connection.isClosed }
                }
            }
            #expect(error.sqlState?.rawValue == "25P03")
            #expect(error.message.contains("idle-in-transaction timeout"))
        }
    }

    @Test func aClosedConnectionKnowsWhy() async throws {
        try await withDatabase(migrated: false) { database async throws in
            let connection = try await Connection.open(database.connectionString)
            connection.close()
            #expect(connection.reasonOfEnd?.message == "the connection was closed")
        }
    }
}
