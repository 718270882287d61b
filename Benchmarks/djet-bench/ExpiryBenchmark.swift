import DjetModel

/// The cost of a time by which a job must have begun.
enum ExpiryBenchmark: Benchmark {
    static let name = "expiry"
    static let abstract = "Jobs that expire in a day, offloaded one by one and drained."
    private static let span = Duration.seconds(86_400)

    static func run(_ bench: Bench) async throws {
        for clients in [1, 8] {
            try await bench.compare(
                "offload of jobs that expire, \(clients) \(clients == 1 ? "client" : "clients")", "jobs/s",
                atLeast: nil, reference: "without",
                djet: { try await SendBenchmark.one(bench, clients: clients, expires: .after(span)) },
                reference: { try await SendBenchmark.one(bench, clients: clients) })
        }
        let count = bench.options.amount(200_000)
        try await bench.compare(
            "drain of jobs that expire", "jobs/s", atLeast: nil, reference: "without",
            djet: { try await drain(bench, count, expires: span) },
            reference: { try await drain(bench, count, expires: nil) })
    }

    private static func drain(_ bench: Bench, _ count: Int, expires: Duration?) async throws -> Double {
        try await Drain(bench: bench, kind: Silence.name, count: count, expires: expires).run().rate
    }
}
