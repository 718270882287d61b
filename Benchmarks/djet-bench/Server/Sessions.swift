import DjetStore

/// The sessions of a database, by polling: no ring tells that a session falls silent or ends.
struct Sessions: Sendable {
    /// The session that looks, which does not count.
    let connection: Connection
    /// The database's name.
    let database: String

    /// Waits until there are sessions and all have been idle for `duration`. A session that waits for a lock
    /// is idle.
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
        try await until(
            { try await count == 0 }, orElse: "sessions of the database \(database) have not ended")
    }

    /// The number of them.
    var count: Int {
        get async throws {
            try await connection.first(
                """
                select count(*) from pg_stat_activity
                where datname = \(database) and backend_type = 'client backend' and pid <> pg_backend_pid()
                """, as: Int.self) ?? 0
        }
    }
}
