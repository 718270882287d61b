import DjetStore

/// The number of calls of `jobmachine.claim`.
struct ClaimCount: Sendable {
    let sessions: Sessions

    var now: Int {
        get async throws {
            try await sessions.connection.first(
                """
                select coalesce(sum(calls), 0)::bigint from pg_stat_user_functions
                where schemaname = 'jobmachine' and funcname = 'claim'
                """, as: Int.self) ?? 0
        }
    }
}

extension Bench {
    /// Runs `body` with the count of claims in the bench's database. Only a superuser may count calls;
    /// without one, `body` does not run and the report says so.
    func withClaimCount(_ body: (ClaimCount) async throws -> Void) async throws {
        let connection = try await Connection.open(connectionString, logger: logger)
        defer { connection.close() }
        let name = try await databaseName
        do {
            // Affects later sessions only.
            try await connection.query("alter database \(identifier: name) set track_functions = 'pl'")
        } catch let error as StoreError where error.code == .refused {
            return report.say("Claims are not counted: \(error.message). Take a role that is a superuser.")
        }
        try await body(ClaimCount(sessions: Sessions(connection: connection, database: name)))
    }
}
