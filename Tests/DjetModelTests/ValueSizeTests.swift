import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Values are measured as the text that workers and pages receive, not as they are stored.
@Suite struct ValueSizeTests {
    /// A number of ten stored bytes, with 131,001 digits as text.
    private let long = "1e131000"

    @Test func numbersOutOfProportionAreNoArguments() async throws {
        try await withDatabase { database in
            let list = "[\(long)]"
            let offloads: [Statement] = [
                "select jobmachine.offload('x', \(list)::jsonb)",
                "select jobmachine.offload_many('x', array[\(list)::jsonb])",
                """
                select jobmachine.offload_each(
                  '{x}', array[\(list)::jsonb], '{a}', '{4}', array[null::timestamptz], '{1}', '{"{}"}')
                """,
            ]
            for offload in offloads {
                let error = await #expect(throws: StoreError.self) { try await database.store.query(offload) }
                #expect(error?.sqlState?.rawValue == "DJ400")
                #expect(error?.message.contains("too many digits") == true, "\(offload.text)")
            }
        }
    }

    @Test func theLongestNumbersOfSwiftAreInProportion() async throws {
        try await withDatabase { database in
            for number in ["1.7976931348623157e308", "5e-324"] {
                try await database.store.query(
                    """
                    select jobmachine.offload('x', (
                      select jsonb_agg(\(number)::numeric) from generate_series(1, 1000)))
                    """)
            }
        }
    }

    @Test func anEnvironmentIsMeasuredAsText() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.offload('x', environment => jsonb_build_object('z', \(long)::numeric))"
                )
            }
            #expect(error?.constraint == "job_environment_is_short")
        }
    }

    @Test func aProgressIsMeasuredAsText() async throws {
        try await withDatabase { database in
            let (model, id) = try await claimed(database)
            try await database.store.query(
                model.queue.progress(
                    worker: 1, id: id, attempt: 1, progress: #"{"done": 3, "other": \#(long)}"#))
            let kept = try await database.store.first(
                "select octet_length(progress::text) from jobmachine.job where id = \(id)", as: Int.self)
            #expect(kept.map { $0 < 100 } == true)
        }
    }

    @Test func numbersOutOfProportionAreNoReply() async throws {
        try await withDatabase { database in
            let (model, id) = try await claimed(database)
            let statements: [Statement] = [
                model.queue.reply(worker: 1, ids: [id], attempts: [1], replies: [long]),
                model.queue.replyOrRaise(worker: 1, id: id, attempt: 1, reply: long),
                model.queue.keepStep(worker: 1, id: id, attempt: 1, name: "a", value: long),
            ]
            for statement in statements {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(statement)
                }
                #expect(error?.sqlState?.category == "54")
                #expect(error?.message.contains("too many digits") == true)
            }
        }
    }

    @Test func aClaimEndsWithTheJobThatFillsIt() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            try await database.store.query(
                """
                select jobmachine.offload('x', to_jsonb(repeat('x', size)))
                from unnest('{5000000,10,5000000,10,5000000}'::integer[]) as job(size)
                """)
            let claim = model.queue.claim("default", worker: 1, amount: 10, floors: [])
            var claims: [[Int64]] = []
            for _ in 0..<3 {
                claims.append(try await database.store.query(claim).map { try $0.value(0) as Int64 }.sorted())
            }
            #expect(claims == [[1, 2, 3], [4, 5], []], "in their order")
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
