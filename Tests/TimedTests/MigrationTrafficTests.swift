import DjetModel
import DjetTestSupport
import Testing

@testable import DjetStore

/// A release alters tables while clients and workers are busy.
@Suite(.endsWithTheSuite) struct MigrationTrafficTests {
    @Test func whileEachTableOfTheQueueIsAlteredNoJobWaitsLong() async throws {
        try await withDatabase { database in
            let isOver = Guarded(false)
            async let longest = longestWait(on: database) { isOver.withLock { $0 } }
            let report = await Result { try await migrateBesideAnOpenTransaction(database) }
            isOver.withLock { $0 = true }
            #expect(try report.get().applied == ["jobmachine: migrations/9999_release.sql"])
            #expect(try await longest < TimeLimit.seconds(2))
            let probes = try await database.store.first(
                """
                select count(*) from pg_attribute
                where attname = 'release_probe' and attrelid::regclass::text not like '%\\_2%'
                """, as: Int.self)
            let tables = try await tables(of: database)
            #expect(probes == tables.count && tables.count > 12)
        }
    }

    /// Migrates beside an open transaction that has offloaded a job: the migration gives up its locks, and
    /// tries again.
    private func migrateBesideAnOpenTransaction(_ database: TestDatabase) async throws -> Migrator.Report {
        let open = try await Connection.open(database.connectionString)
        try await open.query("begin")
        try await open.query("select jobmachine.offload('test.echo', '{\"text\": \"later\"}')")
        async let report = migrate(database)
        for _ in 1...2 { try await untilItGivesUp(database) }
        try await open.query("commit")
        open.close()
        return try await report
    }

    @Test func aMigrationSaysWhoseTransactionItWaitedForInVain() async throws {
        try await withDatabase { database in
            let open = try await Connection.open(database.connectionString)
            try await open.query("begin")
            try await open.query("select count(*) from jobmachine.file")
            let set = try await release(on: database)
            let error = await #expect(throws: StoreError.self) {
                try await Migrator([set]).migrate(database.store, patience: .milliseconds(700))
            }
            #expect(error?.code == .migration)
            let message = try #require(error?.message)
            #expect(message.contains("the table jobmachine.file is in use, by process \(open.processID) ("))
            #expect(message.hasSuffix("end that, and migrate again"))
            try await open.query("commit")
            open.close()
            let report = try await Migrator([set]).migrate(database.store)
            #expect(report.applied == ["jobmachine: migrations/9999_release.sql"])
        }
    }

    /// At that point a migration locks the tables that it alters.
    @Test(.endsWithTheSuite) func whoeverGrantsTheRightsKeepsNoMigrationWaiting() async throws {
        try await withDatabase { database in
            let open = try await Connection.open(database.connectionString)
            defer { open.close() }
            try await open.query("begin")
            try await open.query("select jobmachine.grant_rights()")
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query("select jobmachine.grant_rights()")
            }
            #expect(error?.sqlState == .lockNotAvailable)
            #expect(error?.message == "another session is granting the rights")
        }
    }

    // MARK: The release

    /// Returns the queue's own SQL, and a migration that alters each of its tables.
    private func release(on database: TestDatabase) async throws -> SQLSet {
        let text = try await tables(of: database).map {
            "alter table jobmachine.\($0) add column release_probe integer;"
        }
        let file = SQLSet.File(path: "migrations/9999_release.sql", text: text.joined(separator: "\n"))
        let queue = try DjetSQL.queue()
        return try SQLSet(home: queue.home, files: queue.files + [file])
    }

    private func migrate(_ database: TestDatabase) async throws -> Migrator.Report {
        try await Migrator([release(on: database)]).migrate(database.store)
    }

    private func tables(of database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            """
            select c.relname from pg_class c
            where c.relnamespace = 'jobmachine'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'migration'
            order by c.relname
            """, as: String.self)
    }

    /// Waits until the migration waits for a lock, and until it gives up.
    private func untilItGivesUp(_ database: TestDatabase) async throws {
        let process = try await database.blocked(like: "lock table%")
        let waiting: Statement = """
            select from pg_stat_activity where pid = \(process) and wait_event_type = 'Lock'
            """
        try await until(orElse: "the migration still waits for its lock") {
            try await database.store.query(waiting).isEmpty
        }
    }

    // MARK: The traffic

    /// Offloads jobs to two workers and awaits them until `isOver`. Returns the longest wait.
    private func longestWait(
        on database: TestDatabase, until isOver: @escaping @Sendable () -> Bool
    ) async throws -> Duration {
        let model = database.model(testFunctions)
        let other = try TestProcess("test-worker", ["work", database.connectionString, "default"])
        let longest = try await withWorker(model) {
            try await withThrowingTaskGroup(of: Duration.self) { group in
                for _ in 1...8 { group.addTask { try await Self.longestWait(model, until: isOver) } }
                return try await group.reduce(.zero) { max($0, $1) }
            }
        }
        other.signal(15)
        #expect(await other.exitCode() == 0)
        return longest
    }

    private static func longestWait(_ model: Model, until isOver: () -> Bool) async throws -> Duration {
        var longest = Duration.zero
        while !isOver() {
            let start = ContinuousClock.now
            let text = try await model.offload(Echo(text: "a")).value
            #expect(text == "a")
            longest = max(longest, start.duration(to: .now))
        }
        return longest
    }
}
