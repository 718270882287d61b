package import DjetModel
import DjetStore
package import Testing

extension TestDatabase {
    /// Creates the table in which `Effect` leaves its rows.
    package func makeEffects() async throws {
        try await store.query("create table effect (label text not null)")
    }

    package func effects(_ label: String) async throws -> Int {
        try await store.first("select count(*) from effect where label = \(label)", as: Int.self) ?? -1
    }

    /// Registers an idle worker under a number of the test's choice.
    package func enterWorker(_ id: Int) async throws {
        try await store.query(
            """
            insert into jobmachine.worker (id, host, pid, queues, slots, connected_at) overriding system value
            values (\(id), 'test', 1, array['default'], 1, now() - interval '1 hour') on conflict (id) do nothing
            """)
    }

    /// Waits until a condition is true. It is checked whenever the channel rings.
    package func wait(on channel: String, until isSo: () async throws -> Bool) async throws {
        // The executor of all tests may delay a check for so long that the condition has passed.
        try await withTaskExecutorPreference(Reactor.shared) {
            for await _ in store.listener.rings(on: [channel]) where try await isSo() { return }
            throw CancellationError()
        }
    }

    /// Waits until a job meets a condition, which is checked whenever the job's channel rings.
    @discardableResult
    package func job<Output>(
        of ticket: Ticket<Output>, when isSo: (JobDetails) -> Bool
    ) async throws -> JobDetails {
        for await _ in store.listener.rings(on: ["jobmachine.\(ticket)"]) {
            let job = try await ticket.job
            if isSo(job) { return job }
        }
        throw CancellationError()
    }

    /// Waits until a statement like this one waits for a lock, and returns its server process.
    package func blocked(
        like pattern: String, at place: SourceLocation = #_sourceLocation
    ) async throws -> Int {
        let waiting: Statement = """
            select pid from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like \(pattern)
            """
        var process: Int?
        try await until(orElse: "no statement like \(pattern) waits for a lock", at: place) {
            process = try await store.first(waiting, as: Int.self)
            return process != nil
        }
        return try #require(process)
    }

    /// Returns the number of runs of statements like this one in this database. Needs `countStatements()`
    /// before.
    package func calls(like pattern: String) async throws -> Int {
        let statement: Statement = """
            select coalesce(sum(calls), 0)::bigint from pg_stat_statements s join pg_database d on d.oid = s.dbid
            where d.datname = current_database() and query like \(pattern)
            """
        return try await store.first(statement, as: Int.self) ?? -1
    }

    /// Begins to count statements on connections opened from now on. Other databases count none: the server
    /// keeps a limited number of different ones.
    package func countStatements() async throws {
        let connection = try await Connection.open(connectionString)
        defer { connection.close() }
        try await connection.run(
            script:
                """
                create extension pg_stat_statements;
                do $$ begin
                    execute format('alter database %I set pg_stat_statements.track = top', current_database());
                end $$
                """)
    }

    /// Closes a gate at which functions wait, calls `body`, and opens the gate.
    package func withGate<Result: Sendable>(
        _ gate: Int, _ body: (_ open: () async throws -> Void) async throws -> Result
    ) async throws -> Result {
        let connection = try await Connection.open(connectionString)
        defer { connection.close() }
        try await connection.query("select pg_advisory_lock(\(gate))")
        return try await body { try await connection.query("select pg_advisory_unlock(\(gate))") }
    }
}

extension TestDatabase {
    /// Terminates all connections to the database, the caller's own last.
    package func cutConnections() async throws {
        try await store.query(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() order by pid = pg_backend_pid()
            """)
    }
}
