import DjetModel
import DjetStore

/// The rate of jobs whose work, end and answer are one transaction.
enum AtomicBenchmark: Benchmark {
    static let name = "atomic"
    static let abstract = "Jobs that write a row each, in a transaction each; and the same in groups."

    static func run(_ bench: Bench) async throws {
        let count = bench.options.amount(50_000)
        try await bench.withModel { model in
            try await model.store.query("create schema bench")
            try await model.store.query("create table bench.note (job bigint, number bigint)")
        }
        try await bench.compare(
            "drain .atomic(group: 50)", "jobs/s", atLeast: 3, reference: ".atomic",
            djet: { try await drain(bench, GroupedNote.name, count) },
            reference: { try await drain(bench, Note.name, count) })
        try await bench.compare(
            "drain .atomic", "jobs/s", atLeast: 0.7, reference: "pgbench",
            djet: { try await drain(bench, Note.name, count) },
            reference: { try await reference(bench, count) })
        try await bench.compare(
            "plain libpq, with the claims", "jobs/s", atLeast: nil, reference: "pgbench",
            djet: { try await PlainAtomic(bench: bench, count: count).run() },
            reference: { try await reference(bench, count) })
        try await bench.compare(
            "pgbench with a ring behind each, and a listener", "jobs/s", atLeast: nil, reference: "pgbench",
            djet: { try await ringingReference(bench, count) },
            reference: { try await reference(bench, count) })
    }

    private static func drain(_ bench: Bench, _ kind: String, _ count: Int) async throws -> Double {
        try await Drain(bench: bench, kind: kind, count: count).run { model in
            try await model.store.query("truncate bench.note")
        }.rate
    }

    /// Returns the rate of the same writes by pgbench, each transaction in one flush. Its ten clients are as
    /// many as a worker has slots.
    private static func reference(
        _ bench: Bench, _ count: Int, followedBy nextScript: String? = nil
    ) async throws -> Double {
        try await bench.withModel { model in
            let line = bench.line(of: model)
            try await line.fill(Note.name, count)
            let worker = try await line.registerReference()
            let first = try await model.store.first("select min(id) from jobmachine.job", as: Int.self) ?? 0
            try await model.store.query(
                model.queue.claim("bench", worker: worker, amount: count, floors: []))
            let rate = try await PGBench(
                connectionString: bench.connectionString, script: "atomic", nextScript: nextScript,
                clients: 10,
                transactions: count / 10,
                variables: ["worker": worker, "first": first, "turn": -1]
            ).run()
            try await line.expectFinished(count)
            return rate
        }
    }

    /// Returns the same rate with a ring behind each transaction. A ring wakes every session that listens in
    /// the database, on any channel.
    private static func ringingReference(_ bench: Bench, _ count: Int) async throws -> Double {
        try await bench.withModel { model in
            var rings = model.store.listener.rings(on: ["djet_bench:nothing"]).makeAsyncIterator()
            _ = await rings.next()
            let rate = try await reference(bench, count, followedBy: "ring")
            return withExtendedLifetime(rings) { rate }
        }
    }
}
