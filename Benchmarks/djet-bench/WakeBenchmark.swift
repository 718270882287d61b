/// The cost of waking workers, for the workers and for the offloaders.
enum WakeBenchmark: Benchmark {
    static let name = "wake"
    static let abstract = "16 idle workers and one job at a time; offloaders and their rings on a slow disk."

    static func run(_ bench: Bench) async throws {
        try await stampede(bench)
        try await SlowDisk(bench: bench).run { try await ring(on: $0) }
    }

    private static func stampede(_ bench: Bench) async throws {
        let jobs = bench.options.amount(1000)
        var figure = Figure(name: "16 idle workers", unit: "claims a job", goal: .atMost(1.2))
        try await bench.withClaimCount { count in
            for turn in 1...bench.options.turns {
                bench.report.progress(name, turn, of: bench.options.turns)
                let idle = try await Stampede(bench: bench, jobs: 0).claims(count)
                let claims = try await Stampede(bench: bench, jobs: jobs).claims(count)
                figure.turns.append(.init(djet: Double(claims - idle) / Double(jobs)))
            }
            bench.report.add(figure)
        }
    }

    /// Compares the ring after the commit with none, and one within the transaction with the same.
    private static func ring(on bench: Bench) async throws {
        try await SlowDisk.withListener(bench) {
            try await bench.compare(
                "offload, 32 clients, slow disk", "jobs/s", atLeast: 0.9, reference: "pgbench insert",
                djet: { try await SendBenchmark.one(bench, clients: 32) },
                reference: { try await insert(bench, "insert") })
            try await bench.compare(
                "NOTIFY in the transaction (pgbench), slow disk", "jobs/s", atLeast: nil,
                reference: "pgbench insert",
                djet: { try await insert(bench, "insert-notify") },
                reference: { try await insert(bench, "insert") })
        }
    }

    private static func insert(_ bench: Bench, _ script: String) async throws -> Double {
        try await SendBenchmark.insert(bench, script, clients: 32, mode: "prepared")
    }
}
