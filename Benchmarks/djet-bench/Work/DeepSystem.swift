import DjetModel
import DjetStore

/// A system with days of history and many jobs in other queues.
struct DeepSystem: Sendable {
    private static let days = 10

    let bench: Bench

    /// Fills the bench's database by the functions of `Benchmarks/reference/deep.sql`.
    func fill() async throws {
        let functions = try ReferenceScripts.text(of: "deep")
        try await bench.withModel { model in
            try await model.store.withConnection { try await $0.run(script: functions) }
            try await endJobs(in: model.store)
            let live = bench.options.amount(1_000_000)
            try await model.store.query("select bench_deep.offload_to_others(\(live)::integer)")
            try await model.store.query("select bench_deep.schedule(\(live)::integer)")
            try await model.store.query("vacuum analyze jobmachine.job")
            try await model.store.query("vacuum analyze jobmachine.history")
            try await bench.line(of: model).checkpoint()
        }
    }

    /// Adds ended jobs, oldest day first, and commits each day.
    private func endJobs(in store: Store) async throws {
        let amount = bench.options.amount(10_000_000) / Self.days
        for day in (0..<Self.days).reversed() {
            bench.report.progress("filling the deep system", Self.days - day, of: Self.days)
            try await store.query("select bench_deep.end_jobs(\(day)::integer, \(amount)::integer)")
        }
    }
}
