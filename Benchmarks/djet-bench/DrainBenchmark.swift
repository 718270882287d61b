import DjetModel

/// The rate at which a worker drains a full line.
enum DrainBenchmark: Benchmark {
    static let name = "drain"
    static let abstract = "One worker process and a long line of jobs that do nothing."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(500_000)
        try await bench.compare(
            "drain .detached", "jobs/s", atLeast: 0.75, reference: "pgbench",
            djet: { try await Drain(bench: bench, kind: Silence.name, count: count).run().rate },
            reference: { try await DrainReference(bench: bench, count: count).run() })
    }
}

/// The same SQL functions by pgbench: batches of 500, two clients, no rings.
struct DrainReference {
    let bench: Bench
    let count: Int

    func run() async throws -> Double {
        try await bench.withModel { model in
            let line = bench.line(of: model)
            try await line.fill(Silence.name, count)
            let worker = try await line.registerReference()
            let batches = (count + 499) / 500
            let rate = try await PGBench(
                connectionString: bench.connectionString, script: "drain", clients: 2,
                // One more per client, since the last batches of two clients need not be full.
                transactions: (batches + 1) / 2 + 1, variables: ["worker": worker, "floor": 0]
            ).run()
            try await line.expectFinished(count)
            return rate * Double(count) / Double(((batches + 1) / 2 + 1) * 2)
        }
    }
}
