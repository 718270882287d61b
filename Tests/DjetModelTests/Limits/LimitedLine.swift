import DjetModel
import DjetStore
import DjetTestSupport

/// A queue with jobs and a limit, and a worker that claims from it by hand.
struct LimitedLine {
    let database: TestDatabase
    let model: Model

    /// Claims jobs, and returns their numbers in order.
    func claim(_ amount: Int, from queue: String = "default", floors: [Int64] = []) async throws -> [Int64] {
        let claim = model.queue.claim(queue, worker: 1, amount: amount, floors: floors)
        return try await database.store.query(claim).map { try $0.value(0, as: Int64.self) }.sorted()
    }

    func reply(_ job: Int64, attempt: Int = 1) async throws {
        try await database.store.query(
            model.queue.replyOrRaise(worker: 1, id: job, attempt: attempt, reply: "1"))
    }

    /// Calls one of the queue's functions.
    func run(_ call: String) async throws {
        try await database.store.query(Statement(text: "select jobmachine.\(call)"))
    }

    /// Returns the seconds after which a worker looks again.
    func nextDue(of queues: [String] = ["default"]) async throws -> Double {
        try await database.store.first(model.queue.promote(queues), as: Double?.self).flatMap(\.self) ?? -1
    }

    /// Returns the keys of the jobs that are there, by number.
    func keys() async throws -> [String?] {
        try await database.store.rows("select limit_key from jobmachine.job order by id", as: String?.self)
    }
}

/// Runs `body` on a queue with so many jobs, numbered from 1, and a limit.
func withLine(
    _ count: Int, limit: QueueLimit?, _ body: (LimitedLine) async throws -> Void
) async throws {
    try await withDatabase { database in
        let model = database.model()
        try await database.enterWorker(1)
        if let limit { try await model.limit("default", to: limit) }
        for number in 0..<count { _ = try await model.offload(Twice(number: number)) }
        try await body(LimitedLine(database: database, model: model))
    }
}
