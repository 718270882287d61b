import DjetModel
import DjetStore
import DjetTestSupport

@testable import DjetJobmachine

/// What attempts need, for tests that make them without a worker.
extension WorkerContext {
    convenience init(
        testing model: Model, _ failures: FailureLog = FailureLog(TestDatabase.logger),
        middleware: [any JobMiddleware] = []
    ) {
        let completions = Completions(model, failures, worker: { 1 }, send: { _ in })
        self.init(
            model: model, handlers: Handlers(model.functions, []), middleware: middleware,
            completions: completions, replyLimit: 1 << 20, failures: failures, isStopping: { false },
            send: { _ in })
    }
}

extension TestDatabase {
    /// Claims jobs of the queue `default` as worker 1, and returns them in their order.
    func claim(_ count: Int, for model: Model) async throws -> [Job] {
        try await enterWorker(1)
        let statement = model.queue.claim("default", worker: 1, amount: count, floors: [])
        return try [Job](try await store.query(statement), of: "default", by: 1)
            .sorted { $0.position < $1.position }
    }
}
