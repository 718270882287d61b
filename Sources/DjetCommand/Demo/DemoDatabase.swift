import DjetStore
import Logging

/// The demo's own database. Only one that the demo has made itself is ever dropped: a comment on it tells.
enum DemoDatabase {
    static let name = "djet_demo"
    static let mark = "made by djet demo"

    /// Makes it anew beside the database of a connection string, and returns how to connect to it. Throws
    /// `CommandFailure` if there is one of that name that the demo has not made, or that is in use.
    static func makeAnew(on connectionString: String, _ logger: Logger) async throws -> String {
        let connection = try await Connection.open(connectionString, logger: logger)
        defer { connection.close() }
        try await drop(on: connection)
        do {
            try await connection.query("create database \(identifier: name) template template0")
            try await connection.run(script: "comment on database \(name) is '\(mark)'")
        } catch let error as StoreError where error.code == .refused {
            throw CommandFailure(.unavailable, "the database \(name) cannot be made: \(error.message)")
        }
        return try ConnectionString.naming(name, in: connectionString)
    }

    private static func drop(on connection: Connection) async throws {
        let comments = try await connection.rows(
            "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = \(name)",
            as: String.self)
        guard let comment = comments.first else { return }
        guard comment == mark else {
            throw CommandFailure(
                .failed,
                """
                there is a database \(name) that the demo has not made (it lacks the comment “\(mark)”): \
                rename it, or let the demo use another server
                """)
        }
        do {
            try await connection.query("drop database \(identifier: name)")
        } catch let error as StoreError where error.sqlState == .objectInUse {
            throw CommandFailure(
                .failed, "the database \(name) is in use, maybe by another demo: end that first")
        }
    }
}

extension SQLState {
    fileprivate static let objectInUse = SQLState(rawValue: "55006")
}
