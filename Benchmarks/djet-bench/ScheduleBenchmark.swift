import DjetModel
import DjetStore

/// The cost of schedules.
enum ScheduleBenchmark: Benchmark {
    static let name = "fire"
    static let abstract = "Schedules that are due at the same time, fired by one worker's looks."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(1000)
        _ = try await bench.withModel { model in
            try await model.store.query(
                """
                select count(jobmachine.add_schedule(
                  'bench-' || n, '@every 1 hour', \(Silence.name), jsonb_build_object('number', n, 'pad', ''),
                  queue => 'bench', overlap => 'allow'))
                from generate_series(1, \(count)::integer) as n
                """)
        }
        try await bench.compare(
            "\(count) due schedules", "jobs/s", atLeast: nil, reference: "offload in psql",
            djet: { try await fire(bench, count) }, reference: { try await offload(bench, count) })
    }

    /// Returns the jobs per second that looks make, each of at most a hundred schedules.
    private static func fire(_ bench: Bench, _ count: Int) async throws -> Double {
        try await bench.withModel { model in
            try await bench.line(of: model).empty()
            try await model.store.query(
                "update jobmachine.schedule set next_at = now() - interval '1 second'")
            let began = ContinuousClock.now
            while try await look(model) == 0 {}
            let seconds = began.duration(to: .now) / .seconds(1)
            let jobs = try await model.store.first("select count(*) from jobmachine.job", as: Int.self)
            guard jobs == count else { throw BenchError("\(count) schedules made \(jobs ?? 0) jobs") }
            return Double(count) / seconds
        }
    }

    /// Fires what is due, and returns in how many seconds the next one is.
    private static func look(_ model: Model) async throws -> Double? {
        try await model.store.first("select jobmachine.promote('{bench}')", as: Double?.self) ?? nil
    }

    private static func offload(_ bench: Bench, _ count: Int) async throws -> Double {
        try await bench.withModel { model in
            try await bench.line(of: model).empty()
            let began = ContinuousClock.now
            for start in stride(from: 0, to: count, by: 100) {
                try await model.store.query(
                    """
                    select count(jobmachine.offload(
                      \(Silence.name), jsonb_build_object('number', n, 'pad', ''), 'bench', ring => false))
                    from generate_series(1, \(min(100, count - start))::integer) as n
                    """)
            }
            return Double(count) / (began.duration(to: .now) / .seconds(1))
        }
    }
}
