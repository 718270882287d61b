import DjetModel
import DjetStore

/// The cost of waiting.
enum IdleBenchmark: Benchmark {
    static let name = "idle"
    static let abstract = "The cost of a worker in a process of its own while it has nothing to do."

    static func run(_ bench: Bench) async throws {
        guard try await canMakeCounter(for: bench) else { return try await measure(bench) }
        // Counting slows the statements that others measure, so this server is its own.
        let settings = ["shared_preload_libraries": "pg_stat_statements"]
        try await bench.elsewhere("idle", settings: settings) { try await measure($0) }
    }

    private static func canMakeCounter(for bench: Bench) async throws -> Bool {
        guard !bench.isServerGiven else { return false }
        return try await bench.withModel { model in
            try await model.store.first(
                "select exists (select from pg_available_extensions where name = 'pg_stat_statements')",
                as: Bool.self) == true
        }
    }

    private static func measure(_ bench: Bench) async throws {
        let other = "psql that listens"
        var statements = Figure(
            name: "idle worker", unit: "statements a minute", goal: .atMost(4), reference: other)
        var cpu = Figure(name: "idle worker", unit: "% of a core", goal: .atMost(0.1), reference: other)
        var memory = Figure(name: "idle worker", unit: "MB resident", goal: .atMost(40), reference: other)
        try await bench.withStatementCount { count in
            for turn in 1...bench.options.turns {
                bench.report.progress(name, turn, of: bench.options.turns)
                let rest = try await Rest.ofWorker(in: bench, count)
                let plain = try await Rest.ofListener(in: bench, count)
                statements.turns.append(
                    .init(djet: rest.statementsPerMinute, reference: plain.statementsPerMinute))
                cpu.turns.append(.init(djet: rest.percentOfCore, reference: plain.percentOfCore))
                memory.turns.append(
                    .init(djet: rest.residentMegabytes, reference: plain.residentMegabytes))
            }
        }
        for figure in [statements, cpu, memory] { bench.report.add(figure) }
    }
}
