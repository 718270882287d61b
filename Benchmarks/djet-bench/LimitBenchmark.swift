import DjetModel
import DjetStore

/// The cost of limits.
enum LimitBenchmark: Benchmark {
    static let name = "limits"
    static let abstract = "A line with limits, drained by one worker, beside a line without."

    static func run(_ bench: Bench) async throws {
        try await compare(
            bench, "drain, 500 at once", atLeast: 0.5, "bench", QueueLimit(running: 500))
        try await compare(
            bench, "drain, 1,000,000 a second", atLeast: 0.5, "bench",
            QueueLimit(rate: Rate(999_999, per: .second)))
        try await compare(
            bench, "drain, 1 at once of each key, a key each", atLeast: 0.5, "bench",
            QueueLimit(key: "number", runningPerKey: 1))
        try await compare(
            bench, "drain, another queue has limits", atLeast: 0.98, "other",
            QueueLimit(running: 3, key: "number", runningPerKey: 1))
    }

    private static func compare(
        _ bench: Bench, _ figure: String, atLeast: Double, _ queue: String, _ limit: QueueLimit
    ) async throws {
        let drain = Drain(bench: bench, kind: Silence.name, count: bench.options.amount(100_000))
        try await bench.compare(
            figure, "jobs/s", atLeast: atLeast, reference: "without limits",
            djet: { try await drain.run { try await set(limit, on: queue, $0) }.rate },
            reference: { try await drain.run { try await set(QueueLimit(), on: queue, $0) }.rate })
    }

    /// Jobs from before the limit get their keys with it, which leaves a dead version of each row behind.
    private static func set(_ limit: QueueLimit, on queue: String, _ model: Model) async throws {
        try await model.limit(queue, to: limit)
        try await model.store.query("vacuum analyze jobmachine.job")
    }
}
