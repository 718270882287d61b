package import DjetStore
package import Logging

extension TestServer {
    /// The SQL of a database.
    package struct Template: Sendable {
        let migrator: Migrator
        /// Tells its SQL: a change makes another template.
        let fingerprint: String

        package init(_ migrator: Migrator) {
            self.migrator = migrator
            fingerprint = migrator.fingerprint
        }
    }

    /// Returns the name of a template's database, which is made unless it exists.
    ///
    /// It is made anew each day: the tables of coming days are counted from the day on which it was made.
    func name(of template: Template) async throws -> String {
        let name = "djet_template_\(template.fingerprint)_\(Self.today)"
        if templates[name] == nil { templates[name] = Task { try await make(name, of: template) } }
        try await templates[name]?.value
        return name
    }

    private func make(_ name: String, of template: Template) async throws {
        try await withConnection { connection in
            if try await Self.exists(name, on: connection) { return }
            // One process makes one at a time, and several take minutes on a busy machine; the lock ends with
            // the connection.
            try await connection.query("select set_config('lock_timeout', '10min', false)")
            try await connection.query("select pg_advisory_lock(hashtext('djet_template'))")
            if try await Self.exists(name, on: connection) { return }
            try await Self.dropLeftovers(on: connection)
            try await migrate(name, of: template, on: connection)
        }
    }

    private func migrate(_ name: String, of template: Template, on connection: Connection) async throws {
        let draft = "\(name)_new"
        // A process that was interrupted may have left it behind.
        try await connection.query("drop database if exists \(identifier: draft)")
        try await connection.query("create database \(identifier: draft) template template0")
        let configuration = StoreConfiguration(connectionString: try await connectionString(of: draft))
        try await withStore(configuration, Self.logger) { _ = try await template.migrator.migrate($0) }
        try await connection.query("alter database \(identifier: draft) rename to \(identifier: name)")
    }

    private static func exists(_ name: String, on connection: Connection) async throws -> Bool {
        let statement: Statement = "select exists (select from pg_database where datname = \(name))"
        return try await connection.first(statement, as: Bool.self) ?? false
    }

    /// Drops the templates of the days before yesterday, and what killed tests left behind until then.
    private static func dropLeftovers(on connection: Connection) async throws {
        let names = try await connection.rows(
            """
            select datname::text from pg_database
            where substring(
              datname::text from '^djet_(?:template_[0-9a-f]+|test)_([0-9]{1,7})(?:_|$)')::integer
              < \(today - 1)
            """, as: String.self)
        for name in names {
            // One that is in use, or another login's, stays.
            _ = try? await connection.query("drop database if exists \(identifier: name)")
        }
    }
}

/// Runs `body` with a store, which is closed afterwards.
package func withStore<Result: Sendable>(
    _ configuration: StoreConfiguration, _ logger: Logger, _ body: (Store) async throws -> Result
) async throws -> Result {
    let store = Store(configuration, logger: logger)
    do {
        let result = try await body(store)
        await store.close()
        return result
    } catch {
        await store.close()
        throw error
    }
}
