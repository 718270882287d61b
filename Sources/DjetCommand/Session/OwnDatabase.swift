import DjetStore
package import Logging

/// A database that a command makes for itself. A comment on it marks it as made by the command: no other one
/// is ever dropped.
package struct OwnDatabase: Sendable {
    let name: String
    let maker: String

    /// - Parameter maker: the command, such as `djet demo`.
    package init(name: String, maker: String) {
        self.name = name
        self.maker = maker
    }

    /// Makes the database anew on the server of a connection string, and returns how to connect to it. Throws
    /// `CommandFailure` if one of that name is in use or not made by the command, or if the server refuses.
    package func makeAnew(on connectionString: String, _ logger: Logger) async throws -> String {
        let connection = try await Connection.open(connectionString, logger: logger)
        defer { connection.close() }
        try await drop(on: connection)
        do {
            try await connection.query("create database \(identifier: name) template template0")
            try await connection.run(script: "comment on database \(name) is '\(mark)'")
        } catch let error as StoreError where error.code == .refused {
            throw CommandFailure(.unavailable, "the database \(name) cannot be created: \(error.advice)")
        }
        return try ConnectionString.naming(name, in: connectionString)
    }

    /// Drops the database if it is there. Throws like `makeAnew`.
    package func drop(on connectionString: String, _ logger: Logger) async throws {
        let connection = try await Connection.open(connectionString, logger: logger)
        defer { connection.close() }
        try await drop(on: connection)
    }

    private var mark: String { "made by \(maker)" }

    private func drop(on connection: Connection) async throws {
        let comments = try await connection.rows(
            "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = \(name)",
            as: String.self)
        guard let comment = comments.first else { return }
        guard comment == mark else {
            throw CommandFailure(
                .failed,
                """
                the database \(name) exists, but \(maker) did not create it (it lacks the comment “\(mark)”): \
                rename it, or use another server
                """)
        }
        do {
            try await connection.query("drop database \(identifier: name)")
        } catch let error as StoreError where error.sqlState == .objectInUse {
            throw CommandFailure(
                .failed, "the database \(name) is in use, maybe by another \(maker): stop that first")
        } catch let error as StoreError where error.sqlState == .insufficientPrivilege {
            throw CommandFailure(
                .failed,
                "the database \(name) belongs to another login: connect with that one, or use another server")
        }
    }
}

extension SQLState {
    fileprivate static let objectInUse = SQLState(rawValue: "55006")
}
