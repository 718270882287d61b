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
