import DjetModel
import DjetStore

/// The cost of a key.
enum UniqueBenchmark: Benchmark {
    static let name = "unique"
    static let abstract = "Unique jobs, offloaded one by one: of a key each, and of one key that is taken."

    static func run(_ bench: Bench) async throws {
        try await bench.compare(
            "offload, a key each, 1 client", "jobs/s", atLeast: 0.5, reference: "without keys",
            djet: { try await rate(bench, Unique(), clients: 1) },
            reference: { try await SendBenchmark.one(bench, clients: 1) })
        try await bench.compare(
            "offload, one key that is taken, 8 clients", "tickets/s", atLeast: 0.5, reference: "without keys",
            djet: { try await rate(bench, Unique(key: "one"), clients: 8) },
            reference: { try await SendBenchmark.one(bench, clients: 8) })
    }

    private static func rate(_ bench: Bench, _ rule: Unique, clients: Int) async throws -> Double {
        try await bench.withModel(connections: clients) { model in
            try await bench.line(of: model).empty()
            return try await Throughput.of(clients: clients, seconds: bench.options.small ? 1 : 3) { number in
                _ = try await model.offload(Silence(number: number), unique: rule)
                return 1
            }
        }
    }
}
