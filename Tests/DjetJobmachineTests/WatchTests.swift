import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A worker that watches another, and the failures of its watch.
@Suite(.endsWithTheSuite) struct WatchTests {
    @Test func aWatchThatFailsIsBegunAgain() async throws {
        try await withDatabase { database in
            let neighbour = try await Connection.open(database.connectionString)
            let id = try await neighbour.first(
                "select jobmachine.register('here', 1, '{other}', 1)", as: Int.self)
            try await withWorker(database.model(testFunctions)) {
                for signal in ["pg_cancel_backend", "pg_terminate_backend"] {
                    let process = try await database.blocked(like: "%.watch(%")
                    try await database.store.query(
                        Statement(stringLiteral: "select \(signal)(\(process))"))
                    try await untilItWatches(notAs: process, database)
                }
                let ticket = try await database.model().offload(Echo(text: "back"), on: "other")
                try await database.store.query(
                    database.model().queue.claim("other", worker: id ?? 0, amount: 1, floors: []))
                neighbour.close()
                try await database.wait(on: "jobmachine.other") { try await ticket.status == .entered }
            }
        }
    }

    @Test func aWorkerThatWasStruckOffAndHearsOfNoJobIsBackWithItsNextBeat() async throws {
        try await withDatabase { database in
            var configuration = WorkerConfiguration(beat: .milliseconds(200))
            configuration.grace = .seconds(1)
            try await withWorker(database.model(testFunctions), configuration: configuration) {
                let registered: Statement = "select count(*) from jobmachine.worker"
                // Nothing rings, since it is no rescue.
                try await database.store.query("delete from jobmachine.worker")
                try await database.wait(on: "jobmachine:workers") {
                    try await database.store.first(registered, as: Int.self) == 1
                }
            }
        }
    }

    /// Waits until a watch waits on another connection, or in another statement, than before.
    private func untilItWatches(notAs process: Int, _ database: TestDatabase) async throws {
        let since = try await database.store.first("select clock_timestamp()::text", as: String.self)
        let watching: Statement = """
            select from pg_stat_activity
            where datname = current_database() and wait_event = 'advisory' and query like '%.watch(%'
              and query_start > \(since)::timestamptz
            """
        try await until(orElse: "nothing watches again") {
            try await !database.store.query(watching).isEmpty
        }
    }
}
