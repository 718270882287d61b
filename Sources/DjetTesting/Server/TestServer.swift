package import DjetStore
import Foundation
package import Logging

/// A PostgreSQL server for tests: each test has a database of its own, copied from a migrated template.
package actor TestServer {
    /// The way to the server.
    package enum Place: Sendable {
        case given(connectionString: String)
        /// Started for the first test. It ends with the last process that holds it.
        case embedded(EmbeddedPostgres)
    }

    /// The logger of tests, which logs errors only.
    package static let logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .error
        return logger
    }()

    /// True in a test that has a place among those at work: a test within it must not wait for another.
    @TaskLocal private static var isAtWork = false

    private let place: Place
    private let limiter: TestLimiter
    private var starting: Task<EmbeddedServer, any Error>?
    /// The templates that are made, or being made, by their names.
    var templates: [String: Task<Void, any Error>] = [:]

    /// - Parameter testsAtOnce: the most tests at work, since a server has a limited number of connections.
    package init(_ place: Place, testsAtOnce: Int) {
        self.place = place
        limiter = TestLimiter(testsAtOnce)
    }

    /// Runs `body` with the name of a new database, which is dropped afterwards.
    ///
    /// - Parameter template: the contents; nil for an empty database.
    package nonisolated func withDatabase<Result: Sendable>(
        of template: Template?, _ body: (_ name: String) async throws -> Result
    ) async throws -> Result {
        guard !Self.isAtWork else { return try await withNewDatabase(of: template, body) }
        await limiter.enter()
        do {
            let result = try await Self.$isAtWork.withValue(true) {
                try await withNewDatabase(of: template, body)
            }
            await limiter.leave()
            return result
        } catch {
            await limiter.leave()
            throw error
        }
    }

    private nonisolated func withNewDatabase<Result: Sendable>(
        of template: Template?, _ body: (_ name: String) async throws -> Result
    ) async throws -> Result {
        let name = try await makeDatabase(of: template)
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await body(name))
        } catch {
            outcome = .failure(error)
        }
        try await drop(name)
        return try outcome.get()
    }

    /// Returns a connection string for a database of the server.
    package func connectionString(of database: String) async throws -> String {
        try ConnectionString.naming(database, in: await ownString)
    }

    /// Drops a database, and ends all connections to it.
    func drop(_ database: String) async throws {
        try await withConnection { connection in
            try await connection.run(script: "drop database if exists \(database) with (force)")
        }
    }

    private func makeDatabase(of template: Template?) async throws -> String {
        let number = UUID().uuidString.lowercased().replacing("-", with: "")
        let name = "djet_test_\(Self.today)_\(number)"
        let source = if let template { try await self.name(of: template) } else { "template0" }
        try await withConnection { connection in
            try await connection.run(script: "create database \(name) template \(source)")
        }
        return name
    }

    /// The connection string of the server, in whose own database the others are made.
    private var ownString: String {
        get async throws {
            switch place {
            case .given(let connectionString): return connectionString
            case .embedded(let postgres):
                let starting = self.starting ?? Task { try await postgres.start() }
                self.starting = starting
                return try await starting.value.connectionString
            }
        }
    }

    /// Calls `body` with a connection to the server. An error of a given server tells where its name comes
    /// from.
    func withConnection<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        do {
            let connection = try await Connection.open(ownString, logger: Self.logger)
            defer { connection.close() }
            return try await body(connection)
        } catch var error as StoreError {
            if case .given = place, error.hint == nil { error.hint = Self.hint }
            throw error
        }
    }

    private static let hint = """
        Tests use the server that DATABASE_URL, DJET_DATABASE or libpq's PG… variables name, and its login must \
        be allowed to create databases. Without these variables they start a private server.
        """

    /// The day, which tells when what a killed process left behind can be dropped.
    static var today: Int { Int(Date().timeIntervalSince1970) / 86_400 }
}
