import DjetModel
import DjetStore
import Foundation

/// The private PostgreSQL of the tests, with a migrated template for each choice of SQL.
///
/// The cluster stays in the temporary folder for the next run; the server ends with the last process that
/// holds it.
actor TestCluster {
    static let shared = TestCluster()

    /// The contents of a new database.
    enum Contents {
        case nothing
        /// The tables of every program.
        case djet
        /// The tables of the shipped business as well.
        case business

        var sets: [SQLSet] {
            get throws {
                switch self {
                case .nothing: []
                case .djet: try [DjetSQL.queue(), DjetSQL.site()]
                case .business: try [DjetSQL.queue(), DjetSQL.site(), Business.sql()]
                }
            }
        }
    }

    /// A template of a day: the tables of coming days are counted from the day on which it was made.
    private struct Template: Hashable {
        let contents: Contents
        let day: Int
    }

    private var preparation: Task<EmbeddedServer, any Error>?
    private var templates: [Template: Task<String, any Error>] = [:]

    /// Returns a connection string for a database of the cluster.
    func connectionString(of database: String) async throws -> String {
        let server = try await server()
        return server.connectionString.replacing(#/dbname=\S+/#, with: "dbname=\(database)")
    }

    /// Creates a database from a template, or an empty one, and returns its name.
    func makeDatabase(_ contents: Contents) async throws -> String {
        let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        let template = contents == .nothing ? "template0" : try await template(of: contents)
        try await Self.run("create database \(name) template \(template)", on: server())
        return name
    }

    func drop(_ database: String) async throws {
        try await Self.run("drop database if exists \(database) with (force)", on: server())
    }

    private func server() async throws -> EmbeddedServer {
        let preparation = self.preparation ?? Task { try await Self.start() }
        self.preparation = preparation
        return try await preparation.value
    }

    private func template(of contents: Contents) async throws -> String {
        let server = try await server()
        let template = Template(contents: contents, day: Int(Date().timeIntervalSince1970) / 86_400)
        let making = templates[template] ?? Task { try await Self.make(template, on: server) }
        templates[template] = making
        return try await making.value
    }

    private static func start() async throws -> EmbeddedServer {
        // Each checkout has its own cluster: tests of two must not get in each other's way.
        let checkout = #filePath.utf8.reduce(5381) { ($0 &* 33 ^ Int($1)) & 0xff_ffff }
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "djet-tests-\(getuid())-\(checkout)"
        ).path()
        let settings = [
            "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "400",
            "shared_preload_libraries": "pg_stat_statements", "pg_stat_statements.track": "none",
        ]
        return try await EmbeddedPostgres(folder: folder, settings: settings).start()
    }

    /// Makes the template unless it exists, and returns its name, which tells its SQL and its day: a change
    /// of `sql/` makes another.
    private static func make(_ template: Template, on server: EmbeddedServer) async throws -> String {
        let sets = try template.contents.sets
        let name = "djet_template_\(Migrator(sets).fingerprint)_\(template.day)"
        let store = Store(
            StoreConfiguration(connectionString: server.connectionString, maximumConnections: 1))
        do {
            try await store.withConnection { connection in
                if try await exists(name, on: connection) { return }
                // One process makes it at a time: each test target is one.
                try await connection.query("select pg_advisory_lock(20)")
                if try await !exists(name, on: connection) {
                    try await make(name, on: connection, of: server, sets)
                }
                try await connection.query("select pg_advisory_unlock(20)")
            }
        } catch {
            await store.close()
            throw error
        }
        await store.close()
        return name
    }

    private static func exists(_ name: String, on connection: Connection) async throws -> Bool {
        let statement: Statement = "select exists (select from pg_database where datname = \(name))"
        return try await connection.first(statement, as: Bool.self) ?? false
    }

    private static func make(
        _ name: String, on connection: Connection, of server: EmbeddedServer, _ sets: [SQLSet]
    ) async throws {
        // A process that was interrupted may have left it behind.
        try await connection.query("drop database if exists \(identifier: name + "_new")")
        try await connection.query("create database \(identifier: name + "_new")")
        let string = server.connectionString.replacing(#/dbname=\S+/#, with: "dbname=\(name)_new")
        let store = Store(StoreConfiguration(connectionString: string))
        _ = try await Migrator(sets).migrate(store)
        await store.close()
        try await connection.query(
            "alter database \(identifier: name + "_new") rename to \(identifier: name)")
    }

    private static func run(_ command: String, on server: EmbeddedServer) async throws {
        let connection = try await Connection.open(server.connectionString)
        try await connection.run(script: command)
        connection.close()
    }
}
