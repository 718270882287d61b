import DjetModel
import DjetStore

/// The rate at which a file of orders is imported.
enum ImportBenchmark: Benchmark {
    static let name = "import"
    static let abstract =
        "A file of about 500,000 order lines imported, beside a COPY of the same orders into the same tables."

    static func run(_ bench: Bench) async throws {
        let file = OrdersFile(orders: bench.options.amount(50_000))
        try await bench.compare(
            "import of orders", "lines/s", atLeast: nil, reference: "copy into the same tables",
            djet: { try await imported(file, bench) },
            reference: { try await copiedAsBooked(file, bench) })
        try await bench.compare(
            "a bare COPY of the file into text columns", "lines/s", atLeast: nil,
            reference: "copy into the tables of orders",
            djet: { try await copied(file, bench) },
            reference: { try await copiedAsBooked(file, bench) })
    }

    /// Returns the import's rate. Booked orders stay and are unique, so each turn has a database of its own.
    private static func imported(_ file: OrdersFile, _ bench: Bench) async throws -> Double {
        try await inNewDatabase(bench) { model in
            let stored = try await file.store(in: model)
            return try await rate { try await file.book(stored, in: model) }
        }
    }

    /// Returns the rate of a COPY under the same constraints, keys and triggers, without reading, checks and
    /// totals.
    private static func copiedAsBooked(_ file: OrdersFile, _ bench: Bench) async throws -> Double {
        try await inNewDatabase(bench) { model in
            _ = try await file.book(try await file.store(in: model), in: model)
            let booked = try await BookedOrders.taken(from: model)
            try await bench.line(of: model).checkpoint()
            return try await rate {
                try await booked.copy(into: model)
                return booked.count
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
                try await bench.line(of: model).checkpoint()
                return try await body(model)
            }
        }
    }

    /// Returns how much `body` counts per second.
    private static func rate(_ body: () async throws -> Int) async throws -> Double {
        let began = ContinuousClock.now
        let count = try await body()
        return Double(count) / (began.duration(to: .now) / .seconds(1))
    }
}
