import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The attempts of jobs that were offloaded by SQL: as many as the function allows, unless the offload says
/// otherwise.
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

    /// The table's own message would show the row, and with it the job's arguments.
    @Test(arguments: [
        ("offload('Bad Kind', '{\"secret\": 1}')", "“Bad Kind” cannot be the kind of a job"),
        ("offload(null)", "“null” cannot be the kind of a job"),
        ("offload('x', queue => 'slow.1')", "“slow.1” cannot be a queue"),
        ("offload('x', queue => null)", "“null” cannot be a queue"),
        ("offload('x', priority => 10)", "a job's priority is a number from 0 to 9, not 10"),
        ("offload('x', priority => null)", "a job's priority is a number from 0 to 9, not null"),
        (
            "offload('x', run_at => 'infinity')",
            "a job cannot run at infinity, which never comes: its run_at is a time, or null for now"
        ),
        ("offload('x', attempt_limit => 0)", "a job has at least one attempt, not 0"),
        ("offload('x', null)", "neither the arguments of a job nor its environment can be null"),
        (
            "offload('x', environment => null)",
            "neither the arguments of a job nor its environment can be null"
        ),
        (
            "offload_many('x', array['{}', null]::jsonb[])",
            "neither the arguments of a job nor its environment can be null"
        ),
        (
            "offload_many('x', array['{\"secret\": 1}'::jsonb], priority => -1)",
            "a job's priority is a number from 0 to 9, not -1"
        ),
        (
            "offload_each('{x,Y}', array['{}', '{}']::jsonb[], '{a,a}', '{4,4}', '{null,null}', '{1,1}', array['{}', '{}']::jsonb[])",
            "“Y” cannot be the kind of a job"
        ),
        (
            "offload_each('{x}', array['{}'::jsonb], '{a}', '{4}', '{null}', '{1}', array[null]::jsonb[])",
            "neither the arguments of a job nor its environment can be null"
        ),
    ])
    func whatCannotBeAJobIsRefusedInWordsWithoutItsRow(offload: String, message: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(stringLiteral: "select jobmachine.\(offload)"))
            }
            #expect(error?.message == message)
            #expect(error?.detail == nil && error?.table == "job")
        }
    }

    /// Enough jobs to go by a COPY.
    @Test func manyJobsThatCannotBeAreRefusedWithoutTheirRows() async throws {
        try await withDatabase { database in
            let many = (0..<2_000).map { Twice(number: $0) }
            let error = await #expect(throws: ModelError.self) {
                try await database.model().offload(many, priority: 10)
            }
            #expect(error == .invalid("a priority is a number from 0 to 9"))
            let seen = await #expect(throws: StoreError.self) {
                try await database.store.query("select jobmachine.check_job('a', 'x', 10, null, null)")
            }
            #expect(seen?.detail == nil)
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
                // A job that ends before any worker has told the limit of its function.
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
