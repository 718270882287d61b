import DjetCommand
import DjetModel
import DjetStore

/// The number of statements that a database has received. It counts from another database, so that its own
/// statements do not count.
struct StatementCount: Sendable {
    let sessions: Sessions
    /// True to count statements, by pg_stat_statements; false to count transactions, which every server does.
    let isByStatement: Bool

    /// The time until counts are visible: a session holds back transactions for up to ten seconds, but shares
    /// each statement at once.
    var delay: Duration { isByStatement ? .seconds(1) : .seconds(11) }

    var now: Int {
        get async throws {
            try await sessions.connection.first(isByStatement ? statements : transactions, as: Int.self) ?? 0
        }
    }

    private var statements: Statement {
        """
        select coalesce(sum(s.calls), 0)::bigint from pg_stat_statements s
        join pg_database d on d.oid = s.dbid where d.datname = \(sessions.database)
        """
    }

    private var transactions: Statement {
        "select xact_commit + xact_rollback from pg_stat_database where datname = \(sessions.database)"
    }
}

extension Bench {
    /// Runs `body` with the count of statements in the bench's database.
    func withStatementCount(_ body: (StatementCount) async throws -> Void) async throws {
        let lookout = OwnDatabase(name: "djet_bench_lookout", maker: "djet-bench")
        let place = try await lookout.makeAnew(on: connectionString, logger)
        do {
            let connection = try await Connection.open(place, logger: logger)
            defer { connection.close() }
            let sessions = Sessions(connection: connection, database: try await databaseName)
            try await body(StatementCount(sessions: sessions, isByStatement: canCount(on: connection)))
        } catch {
            try? await lookout.drop(on: connectionString, logger)
            throw error
        }
        try await lookout.drop(on: connectionString, logger)
    }

    var databaseName: String {
        get async throws {
            try await withModel { model in
                try await model.store.first("select current_database()", as: String.self) ?? ""
            }
        }
    }

    /// Returns true if the server has loaded the extension and the role may install it.
    private func canCount(on connection: Connection) async throws -> Bool {
        do {
            try await connection.query("create extension if not exists pg_stat_statements")
            try await connection.query("select from pg_stat_statements limit 1")
            return true
        } catch let error as StoreError where error.code == .refused {
            report.say(
                """
                pg_stat_statements is not loaded by this server: transactions are counted instead, those of \
                its autovacuum among them.
                """)
            return false
        }
    }
}
