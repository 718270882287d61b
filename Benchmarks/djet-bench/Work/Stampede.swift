import DjetModel
import DjetStore

/// Sixteen workers that share one job at a time, each awaited before the next.
struct Stampede: Sendable {
    private static let workers = 16

    let bench: Bench
    let jobs: Int

    /// Returns the number of claims by all of them, from their start to their end.
    func claims(_ count: ClaimCount) async throws -> Int {
        let before = try await count.now
        let tally = Tally(of: jobs)
        try await bench.withModel { model in
            try await bench.line(of: model).empty()
            try await bench.withModels(Self.workers) { models in
                try await bench.withWorkers(on: models.map { $0.providing(tally) }) {
                    try await untilAllRegistered(model)
                    try await count.sessions.untilQuiet(for: .milliseconds(300))
                    for number in 0..<jobs { _ = try await model.offload(Silence(number: number)).value }
                }
            }
        }
        // A session reports its calls at its end, at the latest.
        try await count.sessions.untilGone()
        return try await count.now - before
    }

    private func untilAllRegistered(_ model: Model) async throws {
        for await _ in model.store.listener.rings(on: [model.queue.workersChannel]) {
            let count = try await model.store.first("select count(*) from jobmachine.worker", as: Int.self)
            if count == Self.workers { return }
        }
        throw CancellationError()
    }
}
