import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs in the line that are locked while a worker looks. It passes them by, and is rung when they are free.
@Suite struct PassedByTests {
    private static let ids = "array(select id from jobmachine.job)"
    private static let arguments = "array(select arguments from jobmachine.job)"

    @Test(
        arguments: [
            "signal((select id from jobmachine.job), 'a')",
            "reseal(\(ids), \(arguments), \(arguments), array[null::jsonb], array[null::jsonb])",
        ])
    func theCallThatLockedAJobRingsForIt(_ call: String) async throws {
        try await Self.expectRun(afterCommitOf: call) { _ in }
    }

    @Test func soDoesTheOneThatGivesAJobItsKey() async throws {
        try await Self.expectRun(afterCommitOf: "sort_keys('default')") { model in
            try await model.limit("default", to: QueueLimit(key: "number", runningPerKey: 5))
            try await model.store.query("update jobmachine.job set limit_key = null")
        }
    }

    @Test func aJobWhoseKeyIsSharedIsNotPassedBy() async throws {
        try await withDatabase { database in
            let model = database.model([Twice.self])
            let ticket = try await model.offload(Twice(number: 2))
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query("select from jobmachine.job for key share")
            try await database.enterWorker(1)
            let claimed = try await database.store.query(
                model.queue.claim("default", worker: 1, amount: 1, floors: []))
            #expect(claimed.count == 1)
            #expect(try await ticket.status == .processing)
        }
    }

    /// Expects that a job runs which a call kept locked while a worker looked and found another one.
    private static func expectRun(
        afterCommitOf call: String, _ prepare: (Model) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            let model = database.model([Twice.self])
            let passedBy = try await model.offload(Twice(number: 2))
            try await prepare(model)
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query(Statement(text: "select jobmachine.\(call)"))
            try await withWorker(model) {
                let next = try await model.offload(Twice(number: 3)).value
                #expect(next == 6)
                #expect(try await passedBy.status == .entered)
                try await stranger.query("commit")
                let value = try await passedBy.value(within: .seconds(20))
                #expect(value == 4)
            }
        }
    }
}
