import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A COMMIT that takes effect without an answer.
@Suite struct LostCommitTests {
    /// Writes a row in a transaction whose commit waits for a missing standby.
    struct Note: ModelFunction {
        static let name = "test.note"
        static let retry = Retry(attempts: 5, first: .milliseconds(1))

        func run(in model: Model) async throws -> String {
            try await model.database.query("insert into note values (\(model.job?.attempt))")
            try await model.database.query("set local synchronous_commit to remote_write")
            return "noted"
        }
    }

    @Test func whatWasCommittedIsNotDoneAgain() async throws {
        let settings = ["synchronous_standby_names": "nobody", "synchronous_commit": "local"]
        try await OwnServer.with(settings) { server, _ in
            try await server.store.query("create table note (attempt integer)")
            let clock = TestClock()
            let functions = Functions([Note.self])
            let model = Model(store: server.store, functions: functions, logger: TestDatabase.logger) {
                clock.now
            }
            try await withWorker(model) {
                let ticket = try await model.offload(Note())
                try await endTheCommit(server.store)
                #expect(try await ticket.value == "noted")
                #expect(try await model.attempts(of: ticket.id).isEmpty, "no attempt failed")
            }
            let notes = try await server.store.rows("select attempt from note", as: Int.self)
            #expect(notes == [1], "and there was one alone")
        }
    }

    /// Ends the session that waits for the standby: its transaction is committed, and nobody is told.
    private func endTheCommit(_ store: Store) async throws {
        let ended: Statement = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event = 'SyncRep'
            """
        try await until(orElse: "no commit waits for a standby") { try await !store.query(ended).isEmpty }
    }
}
