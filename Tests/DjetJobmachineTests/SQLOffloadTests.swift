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
        try await withWorker(of: [Once.self, Seven.self, Sleepy.self]) { database, model in
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

    /// The table's own message would show the row, and with it the job's arguments.
    @Test(arguments: [
        ("offload('Bad Kind', '{\"secret\": 1}')", "“Bad Kind” is not a kind's name"),
        ("offload(null)", "“null” is not a kind's name"),
        ("offload('x', queue => 'slow.1')", "“slow.1” is not a queue's name"),
        ("offload('x', queue => null)", "“null” is not a queue's name"),
        ("offload('x', priority => 10)", "a job's priority must be a number from 0 to 9 (got 10)"),
        ("offload('x', priority => null)", "a job's priority must be a number from 0 to 9 (got null)"),
        (
            "offload('x', run_at => 'infinity')",
            "a job cannot run at infinity, which never comes: run_at must be a finite time, or null for now"
        ),
        ("offload('x', attempt_limit => 0)", "a job's attempt_limit must be at least 1 (got 0)"),
        ("offload('x', null)", "a job's arguments and environment must not be null"),
        (
            "offload('x', environment => null)",
            "a job's arguments and environment must not be null"
        ),
        (
            "offload_many('x', array['{}', null]::jsonb[])",
            "a job's arguments and environment must not be null"
        ),
        (
            "offload_many('x', array['{\"secret\": 1}'::jsonb], priority => -1)",
            "a job's priority must be a number from 0 to 9 (got -1)"
        ),
        (
            "offload_each('{x,Y}', array['{}', '{}']::jsonb[], '{a,a}', '{4,4}', '{null,null}', '{1,1}', array['{}', '{}']::jsonb[])",
            "“Y” is not a kind's name"
        ),
        (
            "offload_each('{x}', array['{}'::jsonb], '{a}', '{4}', '{null}', '{1}', array[null]::jsonb[])",
            "a job's arguments and environment must not be null"
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

    /// Enough jobs to go by a COPY. A trigger sees each row before the table's constraints do.
    @Test func manyJobsThatCannotBeAreRefusedWithoutTheirRows() async throws {
        try await withDatabase { database in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create function refuse() returns trigger language plpgsql as $$
                        begin
                          raise exception 'a row comes by %', split_part(current_query(), ' ', 1);
                        end $$;
                        create trigger refuses before insert on jobmachine.job
                        for each row execute function refuse();
                        """)
            }
            let many = (0..<2_000).map { Twice(number: $0) }
            let error = await #expect(throws: ModelError.self) {
                try await database.model().offload(many, priority: 10)
            }
            #expect(error == .invalid("the priority must be a number from 0 to 9"))
            let row = await #expect(throws: StoreError.self) { try await database.model().offload(many) }
            #expect(row?.message == "a row comes by copy")
            let seen = await #expect(throws: StoreError.self) {
                try await database.store.query("select jobmachine.check_job('a', 'x', 10, null, null)")
            }
            #expect(seen?.detail == nil)
        }
    }

    @Test func aJobOfAnyKindThatIsOffloadedByTheModelHasItsFunctionsLimit() async throws {
        try await withWorker(of: [Once.self]) { _, model in
            let id = try await model.offload(kind: "once", arguments: "{}")
            await #expect(throws: Weary(attempt: 1)) {
                try await model.ticket(id, of: Nothing.self).value
            }
        }
    }

    @Test func retriedByHandItHasAsManyAgain() async throws {
        try await withWorker(of: [Once.self]) { database, model in
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
