import DjetModel
import DjetStore

/// How fast a file of orders becomes orders.
enum ImportBenchmark: Benchmark {
    static let name = "import"
    static let abstract =
        "A file of about 50,000 order lines imported, beside a bare COPY of it into text columns."

    static func run(_ bench: Bench) async throws {
        let file = OrdersFile(orders: bench.options.amount(5_000))
        try await bench.compare(
            "import of orders", "lines/s", atLeast: nil, reference: "copy",
            djet: { try await imported(file, bench) },
            reference: { try await copied(file, bench) })
    }

    /// What is booked stays, and an order comes but once: each turn has a database of its own.
    private static func imported(_ file: OrdersFile, _ bench: Bench) async throws -> Double {
        try await inNewDatabase(bench) { model in
            let stored = try await model.storeFile(name: "orders.csv", mimeType: "text/csv") { writer in
                for chunk in file.chunks { try await writer.write(chunk) }
            }
            return try await rate {
                let report = try await model.call(ImportOrders(file: stored))
                guard report.lines == file.lines else {
                    throw BenchError("of \(file.lines) lines, \(report.lines) have been read")
                }
                return report.lines
            }
        }
    }

    private static func copied(_ file: OrdersFile, _ bench: Bench) async throws -> Double {
        try await inNewDatabase(bench) { model in
            try await model.store.query(
                """
                create table public.copied (
                  number text, code text, description text, quantity text, price text, customer text,
                  country text)
                """)
            return try await rate {
                try await model.store.withConnection { connection in
                    try await connection.copyIn(
                        "copy public.copied from stdin with (format csv, header)", from: file.stream)
                }
            }
        }
    }

    private static func inNewDatabase(
        _ bench: Bench, _ body: (Model) async throws -> Double
    ) async throws -> Double {
        try await bench.beside("djet_bench_import") { other in
            try await other.withModel { model in
                try await BenchLine(model: model).checkpoint()
                return try await body(model)
            }
        }
    }

    /// How many of what `body` counts are done in a second.
    private static func rate(_ body: () async throws -> Int) async throws -> Double {
        let began = ContinuousClock.now
        let count = try await body()
        return Double(count) / (began.duration(to: .now) / .seconds(1))
    }
}
