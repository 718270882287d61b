import DjetStore
package import Logging

/// A database that a command makes for itself. Only one that it has made itself is ever dropped: a comment on it tells.
package struct OwnDatabase: Sendable {
    let name: String
    let maker: String

    /// - Parameter maker: the command, such as `djet demo`.
    package init(name: String, maker: String) {
        self.name = name
        self.maker = maker
    }

    /// Makes it anew beside the database of a connection string, and returns how to connect to it. Throws
    /// `CommandFailure` if there is one of that name that the command has not made, or that is in use.
    package func makeAnew(on connectionString: String, _ logger: Logger) async throws -> String {
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

    /// Removes it, if it is there. Throws as `makeAnew`.
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
                there is a database \(name) that \(maker) has not made (it lacks the comment “\(mark)”): \
                rename it, or use another server
                """)
        }
        do {
            try await connection.query("drop database \(identifier: name)")
        } catch let error as StoreError where error.sqlState == .objectInUse {
            throw CommandFailure(
                .failed, "the database \(name) is in use, maybe by another \(maker): end that first")
        }
    }
}

extension SQLState {
    fileprivate static let objectInUse = SQLState(rawValue: "55006")
}
