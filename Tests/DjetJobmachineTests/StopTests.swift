import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs that are told to stop.
@Suite struct StopTests {
    /// Holds a statement on the server for longer than any test.
    struct Query: ModelFunction {
        static let name = "query"
        static let retry = Retry.never

        func run(in model: Model) async throws -> Nothing {
            await model.report(done: 0, note: "here")
            try await model.database.query("select pg_sleep(3600)")
            return Nothing()
        }
    }

    /// Ignores its cancellation, and ends when the test says so.
    struct Deaf: ModelFunction {
        /// Waits without reacting to a cancellation.
        actor Ear {
            private var isOpen = false
            private var waiter: CheckedContinuation<Void, Never>?

            func wait() async {
                if !isOpen { await withCheckedContinuation { waiter = $0 } }
            }

            func open() {
                isOpen = true
                waiter?.resume()
            }
        }

        static let name = "deaf"
        static let commit = Commit.detached
        static let retry = Retry.never

        func run(in model: Model) async throws -> String {
            await model.report(done: 0, note: "here")
            await (try model.service(Ear.self)).wait()
            return "heard"
        }
    }

    @Test func cancellingAJobStopsItsStatementOnTheServer() async throws {
        try await withWorker(of: [Query.self]) { database, model in
            let ticket = try await model.offload(Query())
            try await database.job(of: ticket) { $0.progress != nil }
            try await model.cancel(ticket.id)
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
            let left = try await database.store.first(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and query like 'select pg_sleep%' and state = 'active'
                """, as: Int.self)
            #expect(left == 0)
        }
    }

    @Test func whatTakesNoNoticeEndsWithoutIt() async throws {
        try await withDatabase { database in
            let ear = Deaf.Ear()
            let model = database.model([Deaf.self]).providing(ear)
            try await withWorker(model) {
                let ticket = try await model.offload(Deaf())
                try await database.job(of: ticket) { $0.progress != nil }
                try await model.cancel(ticket.id)
                await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
                await ear.open()
            }
            let refusals = try await model.refusals()
            #expect(refusals.map(\.amount) == [1], "its own end comes too late: \(refusals)")
        }
    }
}
