import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Odd arguments of the queue's SQL functions work, or are refused in words.
@Suite struct QueueArgumentTests {
    @Test(arguments: [
        "offload_many('x', array[['{}', '{}'], ['{}', '{}']]::jsonb[])",
        "offload_many('x', '[5:8]={\"{}\",\"{}\",\"{}\",\"{}\"}'::jsonb[])",
        """
        offload_each(
          '{{x,x},{x,x}}', '{{"{}","{}"},{"{}","{}"}}', '{{a,a},{a,a}}', '{{4,4},{4,4}}',
          '{{null,null},{null,null}}', '{{1,1},{1,1}}', '{{"{}","{}"},{"{}","{}"}}')
        """,
    ]) func arraysOfAnotherFormOffloadTheirJobs(call: String) async throws {
        try await withDatabase { database in
            let ids = try await database.store.rows(
                Statement(stringLiteral: "select * from jobmachine.\(call)"), as: Int64.self)
            #expect(ids == [1, 2, 3, 4])
        }
    }

    @Test(arguments: [
        "offload_many('x', array[['{}', null]]::jsonb[])",
        "offload_each('{x}', array[null]::jsonb[], '{a}', '{4}', '{null}', '{1}', '{\"{}\"}')",
        "offload_each('{x}', '{\"{}\"}', '{a}', '{4}', '{null}', '{1}', array[null]::jsonb[])",
    ]) func nullArgumentsInThemAreRefused(call: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(stringLiteral: "select jobmachine.\(call)"))
            }
            #expect(error?.message == "a job's arguments and environment must not be null")
        }
    }

    @Test(arguments: ["array[[1, 2], [3, 4]]", "'[5:8]={1,2,3,4}'"])
    func idsOfAnotherFormNameTheirJobs(ids: String) async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<4).map { Twice(number: $0) })
            try await database.store.query(
                Statement(stringLiteral: "select jobmachine.offload('x', after => \(ids)::bigint[])"))
            #expect(try await model.neighbours(of: tickets[3].id).waiting.count == 1)
            let cancelled = try await database.store.first(
                Statement(
                    stringLiteral: """
                        select count(*) from jobmachine.cancel_many(\(ids)::bigint[]) c where c.status = 'cancelled'
                        """), as: Int.self)
            #expect(cancelled == 4)
        }
    }

    @Test(arguments: [
        "fail(1, 1, 1, '{}', '-300000 years')", "fail(1, 1, 1, '{}', '-1 second')",
        "snooze(1, 1, 1, '-300000 years')", "snooze(1, 1, 1, null)", "snooze(1, 1, 1, '1 second ago')",
    ]) func aDelayOfLessThanNothingIsNone(call: String) async throws {
        try await withDatabase { database in
            let id = try await claimed(database)
            try await database.store.query(Statement(stringLiteral: "select jobmachine.\(call)"))
            let isDue = try await database.store.first(
                """
                select worker is null and run_at between now() - interval '1 minute' and clock_timestamp()
                from jobmachine.job where id = \(id)
                """, as: Bool.self)
            #expect(isDue == true)
        }
    }

    @Test(arguments: [
        ("write_log(1, 1, 1, '{0,0}', '{info,loud}', '{a,b}')", "line 2 has no level of a log (got loud)"),
        ("write_log(1, 1, 1, '{0}', '{}', '{a}')", "line 1 has no level of a log (got null)"),
        ("keep_step(1, 1, 1, null, '1')", "a step's name must have 1 to 500 bytes (got null)"),
        ("keep_step(1, 1, 1, '', '1')", "a step's name must have 1 to 500 bytes (got 0)"),
        ("keep_step(1, 1, 1, repeat('x', 3000), '1')", "a step's name must have 1 to 500 bytes (got 3000)"),
        ("keep_step(1, 1, 1, 'a', null)", "the value of the step “a” is null"),
        ("pause(null)", "“null” is not a queue's name"),
        ("make_day('history', '0044-03-15 BC')", "no partition can be made for the day 0044-03-15 BC"),
        ("make_day('history', '10000-01-01')", "no partition can be made for the day 10000-01-01"),
        ("make_day('history', 'infinity')", "no partition can be made for the day infinity"),
    ]) func whatCannotBeStoredIsRefusedInWords(call: String, message: String) async throws {
        try await withDatabase { database in
            _ = try await claimed(database)
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(stringLiteral: "select jobmachine.\(call)"))
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
            #expect(error?.message == message)
        }
    }

    /// Returns the id of a job that worker 1 has claimed.
    private func claimed(_ database: TestDatabase) async throws -> Int64 {
        let model = database.model()
        let ticket = try await model.offload(Echo(text: "a"))
        try await database.enterWorker(1)
        try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
        return ticket.id.number
    }
}
