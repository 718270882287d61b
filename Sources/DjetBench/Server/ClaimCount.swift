import DjetStore

/// How often `jobmachine.claim` has been called.
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
    /// Runs `body` with the count of claims in the bench's database, if the role may count calls: only a
    /// superuser may.
    func withClaimCount(_ body: (ClaimCount) async throws -> Void) async throws {
        let connection = try await Connection.open(connectionString, logger: logger)
        defer { connection.close() }
        let name = try await databaseName
        do {
            // For those who connect from now on.
            try await connection.query("alter database \(identifier: name) set track_functions = 'pl'")
        } catch let error as StoreError where error.code == .refused {
            return report.say("Claims are not counted: \(error.message). Take a role that is a superuser.")
        }
        try await body(ClaimCount(sessions: Sessions(connection: connection, database: name)))
    }
}
