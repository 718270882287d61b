import Logging

/// The installer of a database's tables and functions.
public struct Migrator: Sendable {
    /// The result of a migration.
    public struct Report: Sendable, Codable {
        /// The applied migrations, each with its schema: `jobmachine: migrations/0001_queue.sql`.
        public var applied: [String] = []
        /// The schemas whose functions were installed.
        public var functions: [String] = []
    }

    let sets: [SQLSet]

    /// A migrator for these sets, in this order.
    public init(_ sets: [SQLSet]) {
        self.sets = sets
    }

    /// Applies what is missing, all of it or nothing. If several programs migrate at a time, one does the
    /// work and the others find it done.
    ///
    /// It never blocks a table for more than about a quarter of a second while it waits for another: it
    /// releases all locks, pauses, and tries again, and logs what it waits for.
    ///
    /// Throws `StoreError` with code `.migration` if the database is newer than the program, if a migration
    /// was edited after it was applied, or if a table stayed in use, or another program migrated, for all of
    /// `patience`.
    public func migrate(_ store: Store, patience: Duration = .seconds(600)) async throws -> Report {
        let start = ContinuousClock.now
        var backOff = BackOff(from: .seconds(1), upTo: .seconds(5))
        var hardToHave: [TableName] = []
        while true {
            do {
                return try await store.transaction { try await migrate(on: $0, first: hardToHave) }
            } catch let obstacle as MigrationObstacle {
                let holders = await obstacle.holders(store)
                guard start.duration(to: .now) < patience else { throw obstacle.refusal(holders, patience) }
                // Nobody in particular is in the way if the holders have gone meanwhile.
                let named: Logger.Metadata =
                    holders.isEmpty ? [:] : ["holders": "\(holders.joined(separator: "; "))"]
                store.logger.log(
                    level: holders.isEmpty ? .info : .warning,
                    "the migration releases its locks and tries again: \(obstacle.reason)", metadata: named)
                if let table = obstacle.table { hardToHave = [table] + hardToHave.filter { $0 != table } }
            }
            try await Reactor.shared.sleep(for: backOff.next())
        }
    }

    /// Throws `StoreError` with code `.migration` unless the database is what the program needs; changes
    /// nothing.
    ///
    /// - Parameters:
    ///   - store: the database.
    ///   - schema: the only schema to look at; nil for all.
    public func check(_ store: Store, schema: String? = nil) async throws {
        try await store.withConnection { connection in
            for set in sets where schema == nil || set.schema == schema {
                let applied = try await applied(set, on: connection)
                try compare(set, with: applied)
                let missing = set.migrations.contains { applied[$0.number] == nil }
                let isInstalled = set.functions.isEmpty || applied[0]?.checksum == functionsChecksum(set)
                guard !missing, isInstalled else {
                    throw StoreError(
                        .migration,
                        "the schema “\(set.schema)” is missing or older than this program: run `djet migrate` first"
                    )
                }
            }
        }
    }

    // MARK: Parts

    private struct Applied: Decodable, Sendable {
        var number: Int
        var name: String
        var checksum: String
    }

    /// The migrations and functions that a set lacks.
    private struct Lack {
        var set: SQLSet
        var migrations: [(number: Int, file: SQLSet.File)]
        /// The checksum of all its functions; nil if they are up to date.
        var checksum: String?
        /// True if the set was installed before.
        var isUpdate: Bool
    }

    private func migrate(on connection: Connection, first hardToHave: [TableName]) async throws -> Report {
        try await connection.limitLocks(to: MigrationObstacle.patience)
        for set in sets { try await prepare(set, on: connection) }
        var lacks: [Lack] = []
        for set in sets { lacks.append(try await lack(of: set, on: connection)) }
        for lack in lacks where lack.isUpdate && !lack.migrations.isEmpty {
            for file in lack.set.preparations { try await run(file, of: lack.set, on: connection) }
        }
        let texts = try lacks.flatMap { lack in
            try lack.migrations.map { try lack.set.text(of: $0.file) }
        }
        try await connection.lockTables(mentionedIn: texts, first: hardToHave)
        var report = Report()
        for lack in lacks { try await supply(lack, on: connection, &report) }
        return report
    }

    private func lack(of set: SQLSet, on connection: Connection) async throws -> Lack {
        let applied = try await applied(set, on: connection)
        try compare(set, with: applied)
        let missing = set.migrations.filter { applied[$0.number] == nil }
        let checksum = functionsChecksum(set)
        // Reinstalled after any migration, too: the last files grant rights on the tables that exist now.
        let isStale = !set.functions.isEmpty && (!missing.isEmpty || applied[0]?.checksum != checksum)
        return Lack(
            set: set, migrations: missing, checksum: isStale ? checksum : nil, isUpdate: !applied.isEmpty)
    }

    private func supply(_ lack: Lack, on connection: Connection, _ report: inout Report) async throws {
        let set = lack.set
        guard lack.checksum != nil || !lack.migrations.isEmpty else { return }
        try await describe(set, on: connection)
        for (number, file) in lack.migrations {
            try await run(file, of: set, on: connection)
            let checksum = Fingerprint(ofTexts: [file.text]).hexadecimal
            try await note(number, file.path, checksum, set, on: connection)
            report.applied.append("\(set.schema): \(file.path)")
        }
        guard let checksum = lack.checksum else { return }
        for file in set.functions { try await run(file, of: set, on: connection) }
        try await note(0, "functions", checksum, set, on: connection)
        report.functions.append(set.schema)
    }

    /// Creates the table of applied migrations if it is missing, and locks it against other migrators.
    private func prepare(_ set: SQLSet, on connection: Connection) async throws {
        let table = TableName(schema: set.schema, name: "migration")
        if try await !isPrepared(set, on: connection) {
            try await MigrationObstacle.of(table, isNew: true) {
                try await connection.query("create schema if not exists \(identifier: set.schema)")
                try await connection.query(
                    """
                    create table \(identifier: set.schema).migration (
                      number integer primary key,
                      name text not null,
                      checksum text not null,
                      applied_at timestamptz not null default now()
                    )
                    """)
            }
        }
        try await MigrationObstacle.of(table) {
            try await connection.query(
                "lock table \(identifier: set.schema).migration in share row exclusive mode")
        }
    }

    /// Comments on the table of applied migrations, which is older than its comments in many a database.
    private func describe(_ set: SQLSet, on connection: Connection) async throws {
        let schema = set.schema
        let comments: [Statement] = [
            """
            comment on table \(identifier: schema).migration is
              'The migrations that were applied; and, as number 0, the functions that were installed.'
            """,
            """
            comment on column \(identifier: schema).migration.number is
              'The number in the file''s name; 0 for the functions.'
            """,
            "comment on column \(identifier: schema).migration.name is 'The path of the file.'",
            "comment on column \(identifier: schema).migration.checksum is 'The fingerprint of the text.'",
            "comment on column \(identifier: schema).migration.applied_at is 'The time when it was last applied.'",
        ]
        for comment in comments { try await connection.query(comment) }
    }

    private func isPrepared(_ set: SQLSet, on connection: Connection) async throws -> Bool {
        let name = "\"\(set.schema)\".migration"
        return try await connection.first("select to_regclass(\(name)) is not null", as: Bool.self) ?? false
    }

    private func applied(_ set: SQLSet, on connection: Connection) async throws -> [Int: Applied] {
        guard try await isPrepared(set, on: connection) else { return [:] }
        let rows = try await connection.rows(
            "select number, name, checksum from \(identifier: set.schema).migration", as: Applied.self)
        return Dictionary(rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func compare(_ set: SQLSet, with applied: [Int: Applied]) throws {
        let known = Dictionary(
            set.migrations.map { ($0.number, $0.file) }, uniquingKeysWith: { first, _ in first })
        for row in applied.values where row.number > 0 {
            guard let file = known[row.number] else {
                throw StoreError(
                    .migration,
                    "the database has the migration \(row.name), which this program does not know: use a newer program"
                )
            }
            guard Fingerprint(ofTexts: [file.text]).hexadecimal == row.checksum else {
                throw StoreError(
                    .migration,
                    "\(file.path) was edited after it had been applied: undo the edit and add a migration instead"
                )
            }
        }
    }

    private func run(_ file: SQLSet.File, of set: SQLSet, on connection: Connection) async throws {
        try await MigrationObstacle.of(nil) {
            do {
                try await connection.run(script: try set.text(of: file))
            } catch var error as StoreError {
                error.message = "sql/…/\(file.path): \(error.message)"
                if file.number == 1, Self.isThere(error) { error.hint = Self.hint(on: set) }
                throw error
            }
        }
    }

    /// True if something that a statement creates is there already.
    private static func isThere(_ error: StoreError) -> Bool {
        // duplicate_object, duplicate_table, duplicate_function
        ["42710", "42P07", "42723"].contains(error.sqlState?.rawValue)
    }

    private static func hint(on set: SQLSet) -> String {
        """
        The schema “\(set.schema)” was made without a record of its migrations, maybe by psql alone. Use another \
        database, or drop the schema if nothing in it is needed.
        """
    }

    private func note(
        _ number: Int, _ name: String, _ checksum: String, _ set: SQLSet, on connection: Connection
    ) async throws {
        try await connection.query(
            """
            insert into \(identifier: set.schema).migration (number, name, checksum)
            values (\(number), \(name), \(checksum))
            on conflict (number) do update set checksum = excluded.checksum, applied_at = now()
            """)
    }

    private func functionsChecksum(_ set: SQLSet) -> String {
        Fingerprint(ofTexts: set.functions.flatMap { [$0.path, $0.text] }).hexadecimal
    }
}

extension Migrator {
    /// The fingerprint of the sets in hexadecimal: it changes whenever anything in them does.
    package var fingerprint: String {
        let texts = sets.flatMap { set in set.files.flatMap { [set.schema, $0.path, $0.text] } }
        return Fingerprint(ofTexts: texts).hexadecimal
    }
}
