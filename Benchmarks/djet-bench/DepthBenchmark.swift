/// The cost of a large history and of many jobs in other queues.
enum DepthBenchmark: Benchmark {
    static let name = "depth"
    static let abstract =
        "10 million jobs in the history, a million ready ones of others, a million scheduled: beside none."

    static func run(_ bench: Bench) async throws {
        try await bench.beside("djet_bench_deep", isDeep: true) { deep in
            try await DeepSystem(bench: deep).fill()
            let count = bench.options.amount(200_000)
            try await compare("drain", "jobs/s", bench, deep) { bench in
                try await Drain(bench: bench, kind: Silence.name, count: count).run().rate
            }
            try await compare("drain by pgbench", "jobs/s", atLeast: nil, bench, deep) { bench in
                try await DrainReference(bench: bench, count: count).run()
            }
            try await compare("offload, 1 client", "jobs/s", bench, deep) { bench in
                try await SendBenchmark.one(bench, clients: 1)
            }
            let pickUps = bench.options.amount(400)
            try await compare("pick-up, 1 / p50", "/s", bench, deep) { bench in
                frequency(of: try await PickUp(bench: bench, count: pickUps).run().pickUp)
            }
            try await compare("pick-up by plain libpq, 1 / p50", "/s", atLeast: nil, bench, deep) { bench in
                frequency(
                    of: try await PlainWay(bench: bench, count: pickUps, pace: PickUp.interval).run().pickUp)
            }
        }
    }

    private static func compare(
        _ name: String, _ unit: String, atLeast ratio: Double? = 0.9, _ empty: Bench, _ deep: Bench,
        _ measure: (Bench) async throws -> Double
    ) async throws {
        try await empty.compare(
            "deep system: \(name)", unit, atLeast: ratio, reference: "an empty one",
            djet: { try await measure(deep) }, reference: { try await measure(empty) })
    }

    /// Turns a median latency into a rate, since more must be better for a ratio.
    private static func frequency(of latencies: Latencies) -> Double { 1000 / latencies.milliseconds(at: 50) }
}
