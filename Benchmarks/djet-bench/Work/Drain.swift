import DjetJobmachine
import DjetModel
import DjetStore
import ServiceLifecycle

/// One worker that drains a full line.
struct Drain: Sendable {
    let bench: Bench
    let kind: String
    let count: Int
    var slots = WorkerConfiguration().slots
    /// The time by which each job must have begun, from its offload.
    var expires: Duration?

    struct Outcome: Sendable {
        /// Jobs per second, from the first claim to the last end.
        var rate: Double
        /// Jobs that begin per second, in each tenth.
        var tenths: [Double]
    }

    /// - Parameter before: the work between filling and draining.
    func run(before: (Model) async throws -> Void = { _ in }) async throws -> Outcome {
        try await bench.withModel(connections: slots + 4) { model in
            let line = bench.line(of: model)
            try await line.fill(kind, count, expires: expires)
            try await before(model)
            let tally = Tally(of: count)
            try await work(model.providing(tally), tally)
            return Outcome(rate: try await line.expectFinished(count), tenths: tally.rates)
        }
    }

    private func work(_ model: Model, _ tally: Tally) async throws {
        let worker = Worker(model, configuration: WorkerConfiguration(queues: ["bench"], slots: slots))
        let group = ServiceGroup(services: [worker], logger: bench.logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            await tally.wait()
            await group.triggerGracefulShutdown()
            try await tasks.next()
        }
    }
}
