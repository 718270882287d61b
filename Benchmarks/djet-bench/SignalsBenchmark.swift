import DjetJobmachine
import DjetModel
import DjetStore

/// The cost of a wait for a signal.
enum SignalsBenchmark: Benchmark {
    static let name = "signals"
    static let abstract = "Stepwise jobs that are parked until a signal comes, and what they take meanwhile."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(2000)
        try await bench.compare(
            "jobs parked, signalled and finished", "jobs/s", atLeast: nil, reference: "without the wait",
            djet: { try await rate(bench, count, waits: true) },
            reference: { try await rate(bench, count, waits: false) })
        try await bench.beside("djet_bench_parked") { try await rest($0) }
    }

    /// Returns the jobs per second from the offload until all have finished.
    private static func rate(_ bench: Bench, _ count: Int, waits: Bool) async throws -> Double {
        try await withParking(bench, count) { parking in
            try await bench.line(of: parking.model).empty()
            return try await bench.withWorkers(on: [parking.model]) {
                let began = ContinuousClock.now
                if waits {
                    try await parking.signal(try await parking.park())
                } else {
                    _ = try await parking.model.offload(
                        (0..<count).map { Steps(number: $0, waits: false) })
                }
                try await parking.untilFinished(in: bench)
                return Double(count) / (began.duration(to: .now) / .seconds(1))
            }
        }
    }

    /// Reports the bytes and the connections of parked jobs whose worker has gone, and lets another one
    /// finish them.
    private static func rest(_ bench: Bench) async throws {
        let count = bench.options.amount(1000)
        let empty = try await size(bench)
        let tickets = try await withParking(bench, count) { parking in
            try await bench.withWorkers(on: [parking.model]) { try await parking.park() }
        }
        let bytes = Double(try await size(bench) - empty) / Double(count)
        report("a parked job, on the disk", "bytes", bytes, atMost: 2048, bench)
        let sessions = try await sessions(bench)
        report("\(count) parked jobs", "connections", Double(sessions), atMost: 0, bench)
        try await withParking(bench, count) { parking in
            try await bench.withWorkers(on: [parking.model]) {
                try await parking.signal(tickets)
                try await parking.untilFinished(in: bench)
            }
        }
    }

    private static func withParking<Result: Sendable>(
        _ bench: Bench, _ count: Int, _ body: (Parking) async throws -> Result
    ) async throws -> Result {
        try await bench.withModel(connections: WorkerConfiguration().slots + 4 + Parking.clients) { model in
            try await body(Parking(model: model, count: count))
        }
    }

    /// Returns the bytes of the tables in which a parked job has rows, with their indexes and the versions
    /// of rows that are dead.
    private static func size(_ bench: Bench) async throws -> Int {
        try await bench.withModel { model in
            try await model.store.first(
                """
                select sum(pg_total_relation_size(name))::bigint
                from unnest('{jobmachine.job,jobmachine.step,jobmachine.awaited_signal}'::regclass[]) as name
                """, as: Int.self) ?? 0
        }
    }

    /// Returns the sessions in the bench's database, once those that end have ended.
    private static func sessions(_ bench: Bench) async throws -> Int {
        let connection = try await Connection.open(bench.connectionString, logger: bench.logger)
        defer { connection.close() }
        let sessions = Sessions(connection: connection, database: try await bench.databaseName)
        try? await sessions.untilGone()
        return try await sessions.count
    }

    private static func report(
        _ name: String, _ unit: String, _ value: Double, atMost most: Double, _ bench: Bench
    ) {
        bench.report.add(Figure(name: name, unit: unit, goal: .atMost(most), turns: [.init(djet: value)]))
    }
}
