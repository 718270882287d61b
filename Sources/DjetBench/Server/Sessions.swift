import DjetStore

/// What others do in a database. Nobody rings when a session falls silent, or ends: it looks.
struct Sessions: Sendable {
    /// Where it looks from; this session does not count.
    let connection: Connection
    /// The database's name.
    let database: String

    /// Waits until there are some, and none has done anything for a while. Who waits for a lock does nothing.
    func untilQuiet(for duration: Duration) async throws {
        let statement: Statement = """
            select coalesce(bool_and(
              (state = 'idle' or wait_event_type = 'Lock')
              and state_change < clock_timestamp() - \(duration)::interval), false)
            from pg_stat_activity
            where datname = \(database) and backend_type = 'client backend' and pid <> pg_backend_pid()
            """
        try await until(
            { try await connection.first(statement, as: Bool.self) == true },
            orElse: "sessions of the database \(database) are still busy")
    }

    /// Waits until there are none.
    func untilGone() async throws {
        let statement: Statement = """
            select count(*) from pg_stat_activity
            where datname = \(database) and backend_type = 'client backend' and pid <> pg_backend_pid()
            """
        try await until(
            { try await connection.first(statement, as: Int.self) == 0 },
            orElse: "sessions of the database \(database) have not ended")
    }
}
