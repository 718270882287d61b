import DjetStore

/// The cost of an old snapshot, which keeps deleted rows from being vacuumed.
enum SnapshotBenchmark: Benchmark {
    static let name = "snapshot"
    static let abstract = "The same while a snapshot is held that is older than the jobs."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(500_000)
        var last = Figure(name: "last tenth", unit: "jobs/s", goal: .ratio(0.8), reference: "first tenth")
        try await bench.compare(
            "drain under an old snapshot", "jobs/s", atLeast: 0.8, reference: "without one",
            djet: {
                let outcome = try await underSnapshot(bench, count)
                last.turns.append(.init(djet: outcome.tenths.last ?? 0, reference: outcome.tenths.first))
                return outcome.rate
            },
            reference: { try await Drain(bench: bench, kind: Silence.name, count: count).run().rate })
        bench.report.add(last)
    }

    private static func underSnapshot(_ bench: Bench, _ count: Int) async throws -> Drain.Outcome {
        let holder = try await Connection.open(bench.connectionString, logger: bench.logger)
        defer { holder.close() }
        // Filling truncates the line, which an open transaction that has read it would block: the snapshot
        // reads another table.
        try await holder.query("begin transaction isolation level repeatable read")
        try await holder.query("select 1 from pg_class limit 1")
        return try await Drain(bench: bench, kind: Silence.name, count: count).run()
    }
}
