public import DjetCommand
public import DjetJobmachine
public import DjetModel
import DjetStore

/// Runs a test with a model on a database of its own, which has the tables of the parts and is dropped
/// afterwards. No worker runs: `drain()` works off what the test has offloaded.
///
/// ```swift
/// @Test func latePayersAreReminded() async throws {
///     try await withModel(parts: [.shop]) { model in
///         try await model.fire("dunning")
///         try await model.expectOffloaded(RemindLatePayers.self)
///         try await model.drain()
///     }
/// }
/// ```
///
/// The database is on the server that `DATABASE_URL`, `DJET_DATABASE` or libpq's `PG…` variables name, where
/// the login must be allowed to create databases. Without them a private server is started, which ends
/// with the tests. The parts' schedules are paused: `fire(_:)` makes their jobs.
///
/// - Parameters:
///   - parts: the parts of the program under test.
///   - clock: the model's clock, for a test to turn.
///   - limit: the longest that `body` may take. After it the database is dropped, so that whatever waits for
///     it ends, and `OverdueTest` is thrown.
///   - body: the test.
@discardableResult
public func withModel<Result: Sendable>(
    parts: [Part] = [], clock: ModelClock = ModelClock(), limit: Duration = .seconds(60),
    _ body: (Model) async throws -> Result
) async throws -> Result {
    let program = Application(name: "test", parts: parts)
    try program.checkParts()
    let template = TestServer.Template(try program.migrator())
    return try await TestServer.usual.withDatabase(of: template) { name in
        let connectionString = try await TestServer.usual.connectionString(of: name)
        let configuration = StoreConfiguration(connectionString: connectionString, maximumConnections: 10)
        return try await withStore(configuration, TestServer.logger) { store in
            let model = try await program.model(on: store, clock)
            return try await within(limit, of: model, connectionString) {
                _ = try? await TestServer.usual.drop(name)
            } _: {
                try await body(model)
            }
        }
    }
}

/// Runs a test with an inline model on a database of its own: a function that is offloaded runs at once, in
/// the calling task, still from its encoded form.
///
/// ```swift
/// try await withInlineModel(parts: [.shop]) { model in
///     let total = try await model.offload(CountTotals()).value
///     #expect(total == 0)
/// }
/// ```
///
/// The terms of an offload, such as `runAt:`, count for nothing, and no job is made. The rest is as in
/// `withModel(parts:clock:limit:_:)`.
@discardableResult
public func withInlineModel<Result: Sendable>(
    parts: [Part] = [], clock: ModelClock = ModelClock(), limit: Duration = .seconds(60),
    _ body: (Model) async throws -> Result
) async throws -> Result {
    try await withModel(parts: parts, clock: clock, limit: limit) { try await body($0.inline()) }
}

/// Runs a test with a model on a database of its own, and beside it a worker of the parts' functions,
/// handlers and middleware, which stops afterwards.
///
/// ```swift
/// try await withWorker(parts: [.shop]) { model in
///     let total = try await model.offload(CountTotals()).value
///     #expect(total == 0)
/// }
/// ```
///
/// Jobs begin as soon as they are offloaded, as in production. The rest is as in
/// `withModel(parts:clock:limit:_:)`.
///
/// - Parameters:
///   - parts: the parts of the program under test.
///   - configuration: the worker's settings; nil for 10 slots and the queues of all functions.
///   - clock: the model's clock, for a test to turn.
///   - limit: the longest that `body` may take.
///   - body: the test.
@discardableResult
public func withWorker<Result: Sendable>(
    parts: [Part], configuration: WorkerConfiguration? = nil, clock: ModelClock = ModelClock(),
    limit: Duration = .seconds(60), _ body: (Model) async throws -> Result
) async throws -> Result {
    try await withModel(parts: parts, clock: clock, limit: limit) { model in
        let usual = WorkerConfiguration(queues: model.functions.queues.sorted(), grace: .seconds(5))
        let worker = model.workerUnderTest(configuration ?? usual)
        return try await withRunning(worker, model.logger) { try await body(model) }
    }
}
