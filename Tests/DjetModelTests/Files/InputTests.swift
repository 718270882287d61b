import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Files that are stored for one job, and removed with it.
@Suite struct InputTests {
    private static func store(_ model: Model) async throws -> File {
        try await model.storeFile(name: "a.csv", mimeType: "text/csv") { try await $0.write("a") }
    }

    private static func files(_ database: TestDatabase) async throws -> [Int64] {
        try await database.store.rows("select id from jobmachine.file order by id", as: Int64.self)
    }

    @Test func theyGoWithAJobThatIsCancelledOrFailsForGood() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let (first, second, other) = (
                try await Self.store(model), try await Self.store(model), try await Self.store(model)
            )
            let cancelled = try await model.offload(Echo(text: "a"), inputs: [first])
            let failed = try await model.offload(Refuse(.model), inputs: [second])
            try await cancelled.cancel()
            let afterCancel = try await Self.files(database)
            #expect(afterCancel == [second.id, other.id])
            _ = try await withWorker(model) {
                await #expect(throws: ModelError.self) { _ = try await failed.value }
            }
            let afterFailure = try await Self.files(database)
            #expect(afterFailure == [other.id])
        }
    }

    /// The job comes back when the other is retried.
    @Test func theyStayWithAJobThatEndsBecauseOfAnother() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let needed = try await model.offload(Echo(text: "a"))
            let file = try await Self.store(model)
            _ = try await model.offload(Echo(text: "b"), after: [needed.id], inputs: [file])
            try await needed.cancel()
            let left = try await Self.files(database)
            #expect(left == [file.id])
        }
    }

    @Test func aJobWhoseFileIsGoneIsNotRetried() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let (gone, kept) = (try await Self.store(model), try await Self.store(model))
            let first = try await model.offload(ImportOrders(file: gone), inputs: [gone])
            let second = try await model.offload(ImportOrders(file: kept))
            for ticket in [first.id, second.id] { try await model.cancel(ticket) }
            let refusal = await #expect(throws: ModelError.self) { try await model.retry(first.id) }
            let sentence = "\(first.id) cannot be retried: its file a.csv is no longer stored"
            #expect(refusal?.message.hasPrefix(sentence) == true)
            let bulk = try await model.apply(.retry, to: [first.id, second.id])
            #expect(bulk == BulkOutcome(amount: 2, done: 1, areMoreLeft: false))
            let (ended, back) = (try await first.status, try await second.status)
            #expect(ended == .cancelled && back == .entered)
        }
    }

    /// Arguments count as a file only in a file's exact form.
    @Test(arguments: [
        #"{"file": 4711, "name": "a"}"#, #"{"file": 1e30, "name": "a", "mimeType": "b"}"#,
        #"{"file": "a", "name": "a", "mimeType": "b"}"#, #"{"file": [4711], "name": "a", "mimeType": "b"}"#,
    ])
    func whatIsNoFileKeepsNoJobFromBeingRetried(argument: String) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(kind: "test.echo", arguments: #"{"text": \#(argument)}"#)
            try await model.cancel(ticket)
            #expect(try await model.retry(ticket) == .entered)
        }
    }

    @Test func nobodyElsesFileCanBeGivenToAJob() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let file = try await Self.store(model)
            try await database.signedIn(as: "djet_offload") { login in
                let theirs = login.model(testFunctions)
                let ticket = try await theirs.offload(Echo(text: "a"), inputs: [file])
                try await ticket.cancel()
                let own = try await Self.store(theirs)
                let second = try await theirs.offload(Echo(text: "a"), inputs: [own])
                try await second.cancel()
            }
            let left = try await Self.files(database)
            #expect(left == [file.id])
        }
    }
}
