import DjetJobmachine
import DjetModel
import DjetStore

/// The cost of chores.
enum ChoreBenchmark: Benchmark {
    static let name = "chore-runs"
    static let abstract = "Chores that do nothing and are due at the same time, run by one worker."
    private static let part = "bench"

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(1000)
        let chores = (0..<count).map { Chore("bench-\($0)", every: .seconds(3_600)) { _ in } }
        try await bench.compare(
            "\(count) due chores", "runs/s", atLeast: nil, reference: "claimed and ended in SQL",
            djet: { try await work(bench, chores) }, reference: { try await claimAndEnd(bench, chores) })
    }

    private static func work(_ bench: Bench, _ chores: [Chore]) async throws -> Double {
        try await bench.withModel(connections: WorkerConfiguration().slots + 4) { model in
            try await declare(chores, in: model)
            return try await bench.withWorkers(on: [model], chores: chores) {
                try await until(
                    { try await rate(of: chores.count, in: model) }, orElse: "chores have not run")
            }
        }
    }

    /// Does the same statements one after the other, without the chores' code.
    private static func claimAndEnd(_ bench: Bench, _ chores: [Chore]) async throws -> Double {
        try await bench.withModel(connections: 1) { model in
            try await declare(chores, in: model)
            let worker = try await bench.line(of: model).registerReference()
            let claims = try await model.store.rows(
                model.queue.claimChores(chores.map(\.name), worker: worker), as: ChoreClaim.self)
            for claim in claims {
                try await model.store.query(model.queue.endChore(claim, worker: worker, error: nil))
            }
            guard let rate = try await rate(of: chores.count, in: model) else {
                throw BenchError("of \(chores.count) chores, \(claims.count) were due")
            }
            return rate
        }
    }

    /// Makes all of them new, and so due at once.
    private static func declare(_ chores: [Chore], in model: Model) async throws {
        try await model.declareChores([], of: part)
        try await model.declareChores(chores, of: part)
    }

    /// Returns the runs per second, from the first claim to the last end; nil until all have run.
    private static func rate(of count: Int, in model: Model) async throws -> Double? {
        let runs = try await model.store.query(
            """
            select count(c.took), extract(epoch from max(c.started_at + c.took) - min(c.started_at))::double precision
            from jobmachine.chore c
            where c.part = \(part)
            """
        ).first
        let ended = try runs?.value(0, as: Int.self) ?? 0
        guard ended == count, let seconds = try runs?.value(1, as: Double?.self) else { return nil }
        return Double(count) / seconds
    }
}
