/// A passing obstacle to a migration: somebody else uses a table that it alters, or migrates.
struct MigrationObstacle: Error {
    /// The time a migration waits for its locks. Sessions queued behind it wait as long, and so do those that
    /// want a table it has already locked.
    static let patience = Duration.milliseconds(250)

    /// The table that could not be locked, if known.
    let table: TableName?
    /// The server's error.
    let error: StoreError

    var reason: String {
        switch table {
        case let table? where table.name == "migration": "another program is migrating"
        case let table?: "the table \(table) is in use"
        case nil: error.message
        }
    }

    /// Runs `body`, which uses `table`. Throws `MigrationObstacle` if it fails for a passing reason, else its
    /// own error.
    ///
    /// - Parameter isNew: true if `body` creates the table, which another program may have done first.
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
        // Two sessions changed the same catalog row: “tuple concurrently updated”, in the server's language.
        case .internalError: ["simple_heap_update", "simple_heap_delete"].contains(error.routine)
        default: false
        }
    }

    private static func isTaken(_ error: StoreError) -> Bool {
        [.duplicateSchema, .duplicateTable, .uniqueViolation].contains(error.sqlState)
    }

    /// Returns descriptions of up to five sessions that use the table.
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

    /// Returns the error of a migration whose patience is over.
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
