/// What keeps a migration from going on for the moment: somebody else uses a table that it alters, or migrates.
struct MigrationObstacle: Error {
    /// For how long a migration waits for its locks. Whoever wants a table behind it waits as long, and what the migration
    /// has locked before is kept from all others.
    static let patience = Duration.milliseconds(250)

    /// The table that was not to be had, if that is known.
    let table: TableName?
    /// What the server said.
    let error: StoreError

    var reason: String {
        switch table {
        case let table? where table.name == "migration": "another program migrates"
        case let table?: "the table \(table) is in use"
        case nil: error.message
        }
    }

    /// Runs `body`, which uses `table`, and throws an obstacle if it fails for what passes.
    ///
    /// - Parameter isNew: whether the table is made, and another program may have made it first.
    static func of(_ table: TableName?, isNew: Bool = false, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as StoreError where passes(error) || isNew && isTaken(error) {
            throw MigrationObstacle(table: table, error: error)
        }
    }

    private static func passes(_ error: StoreError) -> Bool {
        switch error.sqlState {
        case .lockNotAvailable, .deadlockDetected: true
        // Two have changed the same row of the catalog: “tuple concurrently updated”, in the server's language.
        case .internalError: ["simple_heap_update", "simple_heap_delete"].contains(error.routine)
        default: false
        }
    }

    private static func isTaken(_ error: StoreError) -> Bool {
        [.duplicateSchema, .duplicateTable, .uniqueViolation].contains(error.sqlState)
    }

    /// Who uses the table, in words: a few of them.
    func holders(_ store: Store) async -> [String] {
        guard let table else { return [] }
        let statement: Statement = """
            select 'process ' || l.pid || coalesce(
              ' (' || nullif(concat_ws(', ', nullif(a.application_name, ''), a.usename, a.state,
                'in a transaction since ' || date_trunc('second', a.xact_start)), '') || ')', '')
            from pg_locks l
            left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'relation' and l.granted
              and l.database = (select d.oid from pg_database d where d.datname = current_database())
              and l.relation = to_regclass(\(table.quoted))
              and l.pid <> pg_backend_pid()
            order by a.xact_start
            limit 5
            """
        return (try? await store.rows(statement, as: String.self)) ?? []
    }

    /// The error of a migration that has tried for long enough.
    func refusal(_ holders: [String], _ patience: Duration) -> StoreError {
        let seconds = Int(patience / .seconds(1))
        let whom = holders.isEmpty ? "" : ", by " + holders.joined(separator: "; ")
        var refusal = StoreError(
            .migration,
            "nothing was migrated in \(seconds) seconds: \(reason)\(whom); end that, and migrate again")
        refusal.sqlState = error.sqlState
        return refusal
    }
}

extension SQLState {
    fileprivate static let duplicateSchema = SQLState(rawValue: "42P06")
    fileprivate static let duplicateTable = SQLState(rawValue: "42P07")
    fileprivate static let internalError = SQLState(rawValue: "XX000")
}
