import DjetModel
import DjetStore

/// The rate at which jobs are offloaded.
enum SendBenchmark: Benchmark {
    static let name = "send"
    static let abstract = "Jobs offloaded one by one, by one client and by eight, and a thousand at a time."

    static func run(_ bench: Bench) async throws {
        for (clients, ratio) in [(1, 0.8), (8, 0.9)] {
            try await bench.compare(
                "offload, \(clients) \(clients == 1 ? "client" : "clients")", "jobs/s", atLeast: ratio,
                reference: "pgbench insert",
                djet: { try await one(bench, clients: clients) },
                reference: { try await insert(bench, "insert", clients: clients, mode: "prepared") })
        }
        try await bench.compare(
            "the reference's INSERT from Swift, 1 client", "jobs/s", atLeast: nil,
            reference: "pgbench insert",
            djet: { try await statement(bench) },
            reference: { try await insert(bench, "insert", clients: 1, mode: "prepared") })
        try await bench.compare(
            "the function by pgbench, 1 client", "jobs/s", atLeast: nil, reference: "pgbench insert",
            djet: { try await insert(bench, "offload", clients: 1, mode: "prepared") },
            reference: { try await insert(bench, "insert", clients: 1, mode: "prepared") })
        try await bench.compare(
            "offload, 1,000 a call", "jobs/s", atLeast: 0.8, reference: "pgbench unnest",
            djet: { try await many(bench) },
            reference: {
                try await insert(bench, "insert-many", clients: 1, mode: "extended", texts: ["rows": rows])
                    * 1000
            })
    }

    static func one(_ bench: Bench, clients: Int, expires: Expiry? = nil) async throws -> Double {
        try await bench.withModel(connections: clients) { model in
            try await bench.line(of: model).empty()
            return try await Throughput.of(clients: clients, seconds: seconds(bench)) { number in
                _ = try await model.offload(Silence(number: number), expires: expires)
                return 1
            }
        }
    }

    /// Returns the rate of statements that Swift awaits, which bounds that of single offloads.
    private static func statement(_ bench: Bench) async throws -> Double {
        let insert = Statement(text: try ReferenceScripts.text(of: "insert"))
        return try await bench.withModel(connections: 1) { model in
            try await bench.line(of: model).empty()
            return try await Throughput.of(clients: 1, seconds: seconds(bench)) { _ in
                try await model.store.query(insert)
                return 1
            }
        }
    }

    private static func many(_ bench: Bench) async throws -> Double {
        try await bench.withModel { model in
            try await bench.line(of: model).empty()
            let functions = (0..<1000).map { Silence(number: $0) }
            return try await Throughput.of(clients: 1, seconds: seconds(bench)) { _ in
                try await model.offload(functions).count
            }
        }
    }

    static func insert(
        _ bench: Bench, _ script: String, clients: Int, mode: String, texts: [String: String] = [:]
    ) async throws -> Double {
        try await bench.withModel { try await bench.line(of: $0).empty() }
        return try await PGBench(
            connectionString: bench.connectionString, script: script, clients: clients,
            seconds: seconds(bench), mode: mode, texts: texts
        ).run()
    }

    /// A thousand arguments as an array literal.
    private static var rows: String {
        let pad = String(repeating: "x", count: 70)
        let rows = (0..<1000).map { #""{\"number\": \#($0), \"pad\": \"\#(pad)\"}""# }
        return "{\(rows.joined(separator: ","))}"
    }

    private static func seconds(_ bench: Bench) -> Int { bench.options.small ? 1 : 3 }
}
