/// Brings a database's tables and functions to what the program needs.
public struct Migrator: Sendable {
    /// What was done.
    public struct Report: Sendable, Codable {
        /// The paths of the migrations that were applied.
        public var applied: [String] = []
        /// The schemas whose functions were installed.
        public var functions: [String] = []
    }

    let sets: [SQLSet]

    /// A migrator for these sets, in this order.
    public init(_ sets: [SQLSet]) {
        self.sets = sets
    }

    /// Applies what is missing, all of it or nothing. Several programs may do so at a time: one does, the
    /// others find it done.
    ///
    /// Throws `StoreError` with code `.migration` if the database is newer than the program, or a migration
    /// was edited after it had been applied.
    public func migrate(_ store: Store) async throws -> Report {
        try await store.transaction { connection in
            try await connection.query("select pg_advisory_xact_lock(hashtextextended('djet.migrate', 0))")
            var report = Report()
            for set in sets { try await migrate(set, on: connection, &report) }
            return report
        }
    }

    /// Throws `StoreError` with code `.migration` unless the database is what the program needs; changes
    /// nothing.
    public func check(_ store: Store) async throws {
        try await store.withConnection { connection in
            for set in sets {
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

    private func migrate(_ set: SQLSet, on connection: Connection, _ report: inout Report) async throws {
        try await prepare(set, on: connection)
        let applied = try await applied(set, on: connection)
        try compare(set, with: applied)
        let missing = set.migrations.filter { applied[$0.number] == nil }
        for (number, file) in missing {
            try await run(file, of: set, on: connection)
            try await note(number, file.path, Checksum.of([file.text]), set, on: connection)
            report.applied.append(file.path)
        }
        let checksum = functionsChecksum(set)
        // Behind any migration, too: the last of them say who may use the tables that there are now.
        guard !set.functions.isEmpty, !missing.isEmpty || applied[0]?.checksum != checksum else { return }
        for file in set.functions { try await run(file, of: set, on: connection) }
        try await note(0, "functions", checksum, set, on: connection)
        report.functions.append(set.schema)
    }

    private func prepare(_ set: SQLSet, on connection: Connection) async throws {
        guard try await !isPrepared(set, on: connection) else { return }
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
                    "the database has \(row.name), which this program does not know: use a newer program")
            }
            guard Checksum.of([file.text]) == row.checksum else {
                throw StoreError(
                    .migration,
                    "\(file.path) was edited after it had been applied: undo the edit and add a migration instead"
                )
            }
        }
    }

    private func run(_ file: SQLSet.File, of set: SQLSet, on connection: Connection) async throws {
        do {
            try await connection.run(script: try set.text(of: file))
        } catch var error as StoreError {
            error.message = "sql/…/\(file.path): \(error.message)"
            throw error
        }
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
        Checksum.of(set.functions.flatMap { [$0.path, $0.text] })
    }
}

extension Migrator {
    /// Changes whenever anything in the sets does.
    package var fingerprint: String {
        Checksum.of(sets.flatMap { set in set.files.flatMap { [set.schema, $0.path, $0.text] } })
    }
}
