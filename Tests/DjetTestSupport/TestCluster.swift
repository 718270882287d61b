import DjetModel
import DjetStore
import Foundation

/// The private PostgreSQL of the tests, with a migrated template.
///
/// The cluster stays in the temporary folder for the next run; the server ends with the last process that
/// holds it.
actor TestCluster {
    static let shared = TestCluster()

    private var preparation: Task<EmbeddedServer, any Error>?
    /// The templates by day: the tables of coming days are counted from the day on which a template was made.
    private var migrated: [Int: Task<String, any Error>] = [:]

    /// Returns a connection string for a database of the cluster.
    func connectionString(of database: String) async throws -> String {
        let server = try await server()
        return server.connectionString.replacing(#/dbname=\S+/#, with: "dbname=\(database)")
    }

    /// Creates a database from the template, or an empty one, and returns its name.
    func makeDatabase(migrated: Bool) async throws -> String {
        let name = "test_\(UUID().uuidString.lowercased().replacing("-", with: ""))"
        let template = migrated ? try await template() : "template0"
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

    private func template() async throws -> String {
        let server = try await server()
        let day = Int(Date().timeIntervalSince1970) / 86_400
        let migrated = self.migrated[day] ?? Task { try await Self.template(of: day, on: server) }
        self.migrated[day] = migrated
        return try await migrated.value
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

    /// Returns the template for a set of SQL and a day, which its name tells, so that a change of `sql/`
    /// makes another.
    private static func template(of day: Int, on server: EmbeddedServer) async throws -> String {
        let sets = try [DjetSQL.queue(), DjetSQL.site(), DjetSQL.business()]
        let name = "djet_template_\(Migrator(sets).fingerprint)_\(day)"
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
