import DjetModel
import DjetTestSupport
import Testing

@testable import DjetStore

/// A release alters tables while everybody works.
@Suite(.endsWithTheSuite) struct MigrationTrafficTests {
    @Test func whileEachTableOfTheQueueIsAlteredNoJobWaitsLong() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let other = try TestProcess("test-worker", ["work", database.connectionString, "default"])
            try await withWorker(model) {
                // A transaction that has offloaded something, and is not over.
                let open = try await Connection.open(database.connectionString)
                try await open.query("begin")
                try await open.query("select jobmachine.offload('test.echo', '{\"text\": \"later\"}')")
                // All tests run beside: what a job waits for them is no fault of the migration's.
                let calm = try await longestWait(model) { $0 == 20 }
                let isOver = Guarded(false)
                async let longest = longestWait(model) { _ in isOver.withLock { $0 } }
                async let report = migrate(database)
                // It lets go, and tries again.
                for _ in 1...2 { try await untilItGivesUp(database) }
                try await open.query("commit")
                open.close()
                #expect(try await report.applied == ["migrations/9999_release.sql"])
                isOver.withLock { $0 = true }
                let wait = try await longest
                #expect(wait < calm + .seconds(2), "\(wait), and \(calm) without a migration")
            }
            other.signal(15)
            #expect(await other.exitCode() == 0)
            let altered = try await database.store.first(
                "select count(*) from pg_attribute where attname = 'release_probe' and attrelid::regclass::text not like '%\\_2%'",
                as: Int.self)
            let tables = try await tables(of: database)
            #expect(altered == tables.count && tables.count > 12)
        }
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
            #expect(report.applied == ["migrations/9999_release.sql"])
        }
    }

    // MARK: The release

    /// The queue's own SQL, and a migration that alters each of its tables.
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

    /// Waits until the migration waits for a lock, and waits no more.
    private func untilItGivesUp(_ database: TestDatabase) async throws {
        let process = try await database.blocked(like: "lock table%")
        let waiting: Statement = """
            select from pg_stat_activity where pid = \(process) and wait_event_type = 'Lock'
            """
        while try await !database.store.query(waiting).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    }

    // MARK: The traffic

    /// Offloads jobs and awaits them until it is over, by their number, and returns how long one took at the most.
    private func longestWait(
        _ model: Model, until isOver: @escaping @Sendable (Int) -> Bool
    ) async throws -> Duration {
        try await withThrowingTaskGroup(of: Duration.self) { group in
            for _ in 1...8 {
                group.addTask {
                    var longest = Duration.zero
                    var number = 0
                    while !isOver(number) {
                        number += 1
                        let start = ContinuousClock.now
                        let text = try await model.offload(Echo(text: "a")).value
                        #expect(text == "a")
                        longest = max(longest, start.duration(to: .now))
                    }
                    return longest
                }
            }
            return try await group.reduce(.zero) { max($0, $1) }
        }
    }
}
