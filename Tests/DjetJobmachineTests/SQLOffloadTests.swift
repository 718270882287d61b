import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// How many attempts a job has that was offloaded by SQL: as many as its function allows, unless the offload says otherwise.
@Suite struct SQLOffloadTests {
    struct Weary: Error, Codable, Equatable { var attempt: Int }

    struct Once: ModelFunction {
        static let name = "once"
        static let retry = Retry.never
        func run(in model: Model) async throws -> Nothing { throw Weary(attempt: model.job?.attempt ?? 0) }
    }

    struct Seven: ModelFunction {
        static let name = "seven"
        static let retry = Retry(attempts: 7, first: .milliseconds(1))
        func run(in model: Model) async throws -> Nothing { throw Weary(attempt: model.job?.attempt ?? 0) }
    }

    /// Snoozes once, then fails.
    struct Sleepy: ModelFunction {
        static let name = "sleepy"
        static let retry = Retry(attempts: 2, first: .milliseconds(1))
        func run(in model: Model) async throws -> Nothing {
            let attempt = model.job?.attempt ?? 0
            if attempt == 1 { throw Snooze(for: .milliseconds(1)) }
            throw Weary(attempt: attempt)
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            ("select jobmachine.offload('once')", 1),
            ("select jobmachine.offload('seven')", 7),
            ("select jobmachine.offload('sleepy')", 3),
            ("select jobmachine.offload('once', attempt_limit => 3)", 3),
            ("select jobmachine.offload('seven', attempt_limit => 2)", 2),
            ("select jobmachine.offload_many('once', array['{}'::jsonb])", 1),
            (
                """
                select jobmachine.offload_each(
                  '{once}', array['{}'::jsonb], '{default}', '{4}', '{null}', '{null}', array['{}'::jsonb])
                """, 1
            ),
        ])
    func itsFunctionsLimitCountsUnlessAnotherIsGiven(offload: String, attempts: Int) async throws {
        try await withDatabase { database in
            let model = database.model([Once.self, Seven.self, Sleepy.self])
            try await withWorker(model) {
                let number = try await database.store.withConnection { connection in
                    try await connection.first(Statement(stringLiteral: offload), as: Int64.self)
                }
                let ticket = model.ticket(
                    TicketID(queue: "default", number: try #require(number)), of: Nothing.self)
                await #expect(throws: Weary(attempt: attempts)) { try await ticket.value }
                let job = try await ticket.job
                #expect(job.attempt == attempts && job.attemptLimit == attempts)
            }
        }
    }

    @Test func aJobOfAnyKindThatIsOffloadedByTheModelHasItsFunctionsLimit() async throws {
        try await withDatabase { database in
            let model = database.model([Once.self])
            try await withWorker(model) {
                let id = try await model.offload(kind: "once", arguments: "{}")
                await #expect(throws: Weary(attempt: 1)) {
                    try await model.ticket(id, of: Nothing.self).value
                }
            }
        }
    }

    @Test func retriedByHandItHasAsManyAgain() async throws {
        try await withDatabase { database in
            let model = database.model([Once.self])
            try await withWorker(model) {
                // One that ends before any worker has said what its function allows.
                let number = try await database.store.first(
                    "select jobmachine.offload('once', run_at => now() + interval '1 hour')", as: Int64.self)
                let ticket = model.ticket(
                    TicketID(queue: "default", number: try #require(number)), of: Nothing.self)
                try await ticket.cancel()
                for attempt in 1...2 {
                    try await model.retry(ticket.id)
                    await #expect(throws: Weary(attempt: attempt)) { try await ticket.value }
                }
            }
        }
    }
}
