import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The SQL functions check the shape of all that their clients say of jobs.
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

    /// It was ignored, tags that are misspelt among them.
    @Test func aKeyThatNothingReadsIsRefusedInWords() async throws {
        try await withDatabase { database in
            for offload in [
                #"offload('x', environment => '{"user": "ada", "tag": ["spring"]}')"#,
                #"offload_many('x', array['{}']::jsonb[], environment => '{"tag": ["spring"]}')"#,
                #"offload_unique('x', environment => '{"tag": ["spring"]}')"#,
            ] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(Statement(text: "select jobmachine.\(offload)"))
                }
                #expect(error?.message == "the environment of a job has no “tag”")
                #expect(error?.hint?.contains("tags") == true)
            }
        }
    }

    @Test func whatFitsIsTaken() async throws {
        try await withDatabase { database in
            for environment in [
                "{}", #"{"user": null}"#,
                #"{"user": "ada", "locale": "da-DK", "trace": {"a": "b"}, "tags": ["x"]}"#,
                // A retry brings back what older versions let in.
                #"{"attempts": 5, "other": 5}"#,
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

    /// A few bytes of numbers would become a gigabyte for the worker that claims them.
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

    @Test(.endsWithTheSuite) func aNoteOrALineThatIsMissingIsCutToNothing() async throws {
        try await withDatabase { database in
            let (model, id) = try await claimed(database)
            try await database.store.query(
                "select jobmachine.write_log(1, \(id), 1, '{0}', '{info}', array[null]::text[])")
            let lines = try await model.log(of: TicketID(queue: "default", number: id))
            #expect(lines.map(\.message) == [""])
            try await database.store.query(
                """
                select jobmachine.progress(
                  1, \(id), 1, jsonb_build_object('done', 1, 'other', repeat('x', 20000)))
                """)
            let job = try await model.job(TicketID(queue: "default", number: id))
            #expect(job.progress?.done == 1 && job.progress?.note == nil)
        }
    }

    @Test(arguments: ["cancel_many", "retry_many"])
    func soManyJobsAreNamedAtATimeAtTheMost(function: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.\(identifier: function)(array(select generate_series(1, 10001)))")
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
        }
    }

    @Test(arguments: [
        (#"{"type": "t", "message": "m", "swiftType": 5}"#, "none"),
        (#"{"type": "t", "message": "m", "swiftType": "S"}"#, "1"),
        (
            #"{"type": "t", "message": "\#(String(repeating: "m", count: 9_000))", "swiftType": 5, "value": 1}"#,
            "none"
        ),
        (
            #"{"type": "t", "message": "m", "value": 1, "swiftType": "\#(String(repeating: "S", count: 9_000))"}"#,
            "300"
        ),
    ]) func theTypeOfAnErrorIsAShortText(error: String, length: String) async throws {
        try await withDatabase { database in
            let kept = try await database.store.first(
                "select coalesce(length(jobmachine.plain_error(\(error)::jsonb) ->> 'swiftType')::text, 'none')",
                as: String.self)
            #expect(kept == length)
        }
    }

    /// A few bytes of numbers would become a long text for its readers.
    @Test func anErrorThatIsLongAsTextIsCut() async throws {
        try await withDatabase { database in
            let length = try await database.store.first(
                """
                select octet_length(jobmachine.plain_error(
                  jsonb_build_object('type', 't', 'message', 'm', 'value', 1e131000::numeric))::text)
                """, as: Int.self)
            #expect(length.map { $0 < 100 } == true)
        }
    }

    @Test func aReplyThatIsTooLongIsRefusedInWords() async throws {
        try await withDatabase { database in
            let (model, id) = try await claimed(database)
            try await database.store.query(
                """
                create or replace function jobmachine.reply_limit() returns integer language sql immutable
                as 'select 100'
                """)
            let long = "[\(String(repeating: "1,", count: 40_000))1]"
            let statements: [Statement] = [
                model.queue.reply(worker: 1, ids: [id], attempts: [1], replies: [long]),
                model.queue.replyOrRaise(worker: 1, ids: [id], attempts: [1], replies: [long]),
                model.queue.replyOrRaise(worker: 1, id: id, attempt: 1, reply: long),
                "select jobmachine.keep_step(1, \(id), 1, 'a', \(long)::jsonb)",
            ]
            for statement in statements {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(statement)
                }
                #expect(error?.sqlState?.category == "54")
                #expect(error?.message.hasSuffix("is longer than 100 bytes") == true)
            }
            try await database.store.query(
                model.queue.replyOrRaise(worker: 1, id: id, attempt: 1, reply: "[1]"))
        }
    }

    /// A worker may be configured for replies of 200 MiB, which have more blanks here than it writes.
    @Test func noReplyThatAWorkerMaySendIsTooLong() async throws {
        try await withDatabase { database in
            let limit = try await database.store.first("select jobmachine.reply_limit()", as: Int.self)
            #expect(limit.map { $0 >= 250 << 20 } == true)
        }
    }

    @Test func aLimitOfAttemptsIsGivenWhateverTheEnvironmentSays() async throws {
        try await withDatabase { database in
            try await database.store.query(
                #"select jobmachine.offload('x', environment => '{"attempts": 999999999}')"#)
            try await database.enterWorker(1)
            try await database.store.query("select id from jobmachine.claim('default', 1, 1)")
            let status = try await database.store.first(
                "select jobmachine.fail(1, 1, 1, '{}', '1 second', 2147483647)::text", as: String.self)
            #expect(status == "scheduled")
        }
    }

    @Test func namesThatAreTooLongAreRefusedLikeOthers() async throws {
        try await withDatabase { database in
            let (queue, kind) = ("job_queue_is_a_name", "job_kind_is_a_name")
            let refused: [(Statement, String)] = [
                ("select jobmachine.offload(repeat('x', 121))", kind),
                ("select jobmachine.offload('x', queue => repeat('x', 31))", queue),
                ("select jobmachine.offload_many(repeat('x', 121), '{\"{}\"}')", kind),
                (
                    """
                    select jobmachine.offload_each(
                      '{x,x}', '{"{}","{}"}', array['a', repeat('x', 31)], '{4,4}', '{null,null}', '{1,1}', '{"{}","{}"}')
                    """, queue
                ),
                ("select jobmachine.begin_file('a', repeat('x', 1001))", "file_mime_type_is_one"),
            ]
            for (statement, constraint) in refused {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(statement)
                }
                #expect(error?.constraint == constraint)
                #expect(error?.message.contains("must have at most") == true)
            }
        }
    }

    @Test func aBulkRetryBringsBackWhatItCan() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<4).map { Twice(number: $0) })
            for ticket in tickets { try await ticket.cancel() }
            // Older versions left environments like these.
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        update jobmachine.history set environment = '{"user": "ada", "attempts": "abc"}' where id = 1;
                        update jobmachine.history set environment = '[]' where id = 2;
                        update jobmachine.history set attempt = 5, attempt_limit = 2147483647 where id = 3;
                        """)
            }
            let outcome = try await model.apply(.retry, to: tickets.map(\.id))
            #expect(outcome.done == 4)
            for ticket in tickets { #expect(try await ticket.status == .entered) }
            #expect(try await tickets[0].job.environment.contains("ada"), "it is still hers")
        }
    }

    /// Returns the model and the id of a job that worker 1 has claimed.
    private func claimed(_ database: TestDatabase) async throws -> (Model, Int64) {
        let model = database.model()
        let ticket = try await model.offload(Echo(text: "a"))
        try await database.enterWorker(1)
        _ = try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
        return (model, ticket.id.number)
    }
}
