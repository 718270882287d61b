import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// What clients of the SQL functions may say of jobs has a shape, which is checked on its way in.
@Suite struct ShapeTests {
    @Test(arguments: [
        "[]", "5", "null", #"{"user": 5}"#, #"{"locale": []}"#, #"{"trace": "x"}"#, #"{"trace": {"a": 1}}"#,
        #"{"trace": {"a": ["x"]}}"#, #"{"attempts": "abc"}"#, #"{"attempts": 0}"#, #"{"attempts": [5]}"#,
        #"{"attempts": 1e20}"#,
    ])
    func anEnvironmentOfAnotherShapeIsRefused(environment: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.offload('x', environment => \(environment)::jsonb)")
            }
            #expect(error?.constraint == "job_environment_has_its_shape")
            #expect(error?.message.contains("is an object with user, locale and trace") == true)
        }
    }

    @Test func whatFitsIsTaken() async throws {
        try await withDatabase { database in
            for environment in [
                "{}", #"{"user": null}"#,
                #"{"user": "ada", "locale": "da-DK", "trace": {"a": "b"}, "other": 5}"#,
            ] {
                try await database.store.query(
                    "select jobmachine.offload('x', environment => \(environment)::jsonb)")
            }
            let many = String(repeating: "x", count: 70_000)
            await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.offload('x', environment => jsonb_build_object('note', \(many)::text))"
                )
            }
        }
    }

    /// A few bytes of numbers that would be a gigabyte for whoever claims them.
    @Test func argumentsThatAreLongAsTextAreRefused() async throws {
        try await withDatabase { database in
            let offloads: [Statement] = [
                """
                select jobmachine.offload('x', jsonb_agg(1e131000::numeric)) from generate_series(1, 600)
                """,
                """
                select jobmachine.offload_many('x', array[jsonb_agg(1e131000::numeric)]) from generate_series(1, 600)
                """,
            ]
            for offload in offloads {
                let error = await #expect(throws: StoreError.self) { try await database.store.query(offload) }
                #expect(error?.sqlState?.rawValue == "DJ400")
            }
        }
    }

    @Test func aProgressOfAnotherShapeIsRefusedAndItsJobGoesOn() async throws {
        try await withDatabase { database in
            let (model, id) = try await claimed(database)
            for progress in [
                "5", "{}", #"{"done": 1.5}"#, #"{"done": 1, "of": "x"}"#, #"{"done": 1, "note": 5}"#,
            ] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(
                        model.queue.progress(worker: 1, id: id, attempt: 1, progress: progress))
                }
                #expect(error?.sqlState?.rawValue == "DJ400", "\(progress)")
            }
            let note = String(repeating: "n", count: 50_000)
            try await database.store.query(
                model.queue.progress(
                    worker: 1, id: id, attempt: 1, progress: #"{"done": 3, "of": null, "note": "\#(note)"}"#))
            let job = try await model.job(TicketID(queue: "default", number: id))
            #expect(job.progress?.done == 3)
            #expect(job.progress?.note?.hasSuffix("… (cut: 50,000 characters)") == true)
        }
    }

    @Test(arguments: ["{}", "5", #""out of paper""#, "null", #"{"message": 5}"#])
    func anErrorOfAnotherShapeEndsTheJobWithWords(error: String) async throws {
        try await withDatabase { database in
            let (model, id) = try await claimed(database)
            try await database.store.query(
                model.queue.fail(worker: 1, id: id, attempt: 1, failure: error, delay: nil))
            let stored = try await database.store.first(
                "select error ->> 'type' || ': ' || (error ->> 'message') from jobmachine.history",
                as: String.self)
            #expect(stored?.hasPrefix("unknown: ") == true, "\(stored ?? "")")
            let attempts = try await model.attempts(of: TicketID(queue: "default", number: id))
            #expect(attempts.map(\.error.type) == ["unknown"])
        }
    }

    @Test func errorsAndLinesOfALogAreCutByTheServer() async throws {
        try await withDatabase { database in
            let (model, id) = try await claimed(database)
            try await database.store.query(
                """
                select jobmachine.write_log(
                  1, \(id), 1, '{0,-1000000,1e300}', '{info,info,info}', array[repeat('é', 20000), 'a', 'b'])
                """)
            let lines = try await model.log(of: TicketID(queue: "default", number: id))
            #expect(lines.count == 3, "whatever their ages, they are of today")
            #expect(lines.first?.message.hasSuffix("… (cut: 20,000 characters)") == true)
            try await database.store.query(
                """
                select jobmachine.fail(
                  1, \(id), 1, jsonb_build_object('type', 't', 'message', repeat('x', 20000000)), '1000000 years')
                """)
            let job = try await model.job(TicketID(queue: "default", number: id))
            #expect(job.status == .scheduled)
            #expect(job.error?.message.hasSuffix("… (cut: 20,000,000 characters)") == true)
            #expect(job.error.map { $0.message.utf8.count <= 8192 } == true)
        }
    }

    @Test func aBulkRetryBringsBackWhatItCan() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<4).map { Twice(number: $0) })
            for ticket in tickets { try await ticket.cancel() }
            // As older versions have left them.
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        update jobmachine.history set environment = '{"attempts": "abc"}' where id = 1;
                        update jobmachine.history set environment = '[]' where id = 2;
                        update jobmachine.history set attempt = 5, attempt_limit = 2147483647 where id = 3;
                        """)
            }
            let outcome = try await model.apply(.retry, to: tickets.map(\.id))
            #expect(outcome.done == 4)
            for ticket in tickets { #expect(try await ticket.status == .entered) }
        }
    }

    /// A job that worker 1 has claimed.
    private func claimed(_ database: TestDatabase) async throws -> (Model, Int64) {
        let model = database.model()
        let ticket = try await model.offload(Echo(text: "a"))
        try await database.enterWorker(1)
        _ = try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
        return (model, ticket.id.number)
    }
}
