import DjetJobmachine
import DjetModel
import DjetStore

/// Jobs that write a row each, in a transaction each, by plain libpq. As many threads as a worker has slots
/// claim their jobs and wait for the commits. Nobody is told of their ends.
struct PlainAtomic: Sendable {
    /// The number of jobs that a worker of this rate claims at once.
    private static let bite = 250

    let bench: Bench
    let count: Int

    /// Returns jobs per second.
    func run() async throws -> Double {
        try await bench.withModel { model in
            let line = bench.line(of: model)
            try await line.fill(Note.name, count)
            try await withThrowingTaskGroup(of: Void.self) { threads in
                for _ in 0..<WorkerConfiguration().slots {
                    threads.addTask { try await onOwnThread { try work() } }
                }
                try await threads.waitForAll()
            }
            return try await line.expectFinished(count)
        }
    }

    private func work() throws {
        let connection = try PlainConnection(bench.connectionString)
        let steps = try PlainSteps()
        let worker = try steps.number(connection.ask(steps.registration))
        var last: Int64 = 0
        while true {
            try connection.send([PlainSteps.inMemory, steps.claim(Self.bite, by: worker, above: last)])
            let jobs = try connection.answers().map { try steps.number($0) }
            guard let highest = jobs.last else { return }
            for job in jobs {
                try connection.send(steps.atomic(job, by: worker))
                _ = try connection.answer()
            }
            last = highest
        }
    }
}
