import DjetModel
import DjetStore

/// The same SQL functions by pgbench: batches of 500, two clients, no rings.
struct DrainReference {
    let bench: Bench
    let count: Int

    func run() async throws -> Double {
        try await bench.withModel { model in
            let line = bench.line(of: model)
            try await line.fill(Silence.name, count)
            let worker = try await model.store.first(
                model.queue.register(host: "bench", process: 1, queues: ["bench"], slots: 500, worker: nil),
                as: Int.self)
            let batches = (count + 499) / 500
            let rate = try await PGBench(
                connectionString: bench.connectionString, script: "drain", clients: 2,
                // One more per client, since the last batches of two clients need not be full.
                transactions: (batches + 1) / 2 + 1, variables: ["worker": worker ?? 0, "floor": 0]
            ).run()
            try await line.expectFinished(count)
            return rate * Double(count) / Double(((batches + 1) / 2 + 1) * 2)
        }
    }
}
