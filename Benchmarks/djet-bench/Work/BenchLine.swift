import DjetModel
import DjetStore

/// The line of jobs that a benchmark fills and drains.
struct BenchLine: Sendable {
    let model: Model
    /// True if other queues' jobs, scheduled jobs and the older days of the history stay.
    let keepsRest: Bool

    /// Empties the queue and its history, and fills it with ready jobs of a kind, which may expire.
    func fill(_ kind: String, _ count: Int, expires: Duration? = nil) async throws {
        try await empty()
        try await model.store.query(
            """
            select count(*) from generate_series(0, \(count)::integer - 1, 10000) as batch(start)
            cross join lateral jobmachine.offload_many(
              \(kind), array(
                select jsonb_build_object('number', n, 'pad', repeat('x', 70))
                from generate_series(batch.start, least(batch.start + 9999, \(count)::integer - 1)) as n),
              'bench', ring => false,
              environment => jsonb_strip_nulls(jsonb_build_object('expires', now() + \(expires)::interval))) as id
            """)
        try await model.store.query("vacuum analyze jobmachine.job")
        try await checkpoint()
    }

    func empty() async throws {
        guard keepsRest else {
            try await model.store.query("truncate jobmachine.job, jobmachine.history, jobmachine.expiry")
            return
        }
        for statement in try ReferenceScripts.text(of: "empty-line").split(separator: ";\n") {
            try await model.store.withConnection { try await $0.run(script: String(statement)) }
        }
        try await model.store.query("vacuum jobmachine.job, jobmachine.history")
    }

    /// Writes a checkpoint now rather than in the middle of a turn. Skipped if the role may not ask for it.
    func checkpoint() async throws {
        do {
            try await model.store.query("checkpoint")
        } catch let error as StoreError where error.code == .refused {}
    }

    /// Registers the worker in whose name a reference claims, and returns its number.
    func registerReference() async throws -> Int {
        let worker = try await model.store.first(
            model.queue.register(host: "bench", process: 1, queues: ["bench"], slots: 500, worker: nil),
            as: Int.self)
        return worker ?? 0
    }

    /// Returns the jobs per second from the first claim to the last end, which leaves out registering and
    /// signing off. Throws `BenchError` unless all have finished.
    @discardableResult
    func expectFinished(_ count: Int) async throws -> Double {
        let ended = try await model.store.query(
            """
            select count(*), extract(epoch from max(finished_at) - min(claimed_at))::double precision
            from jobmachine.history
            where queue = 'bench' and status = 'finished' and finished_at > now() - interval '1 day'
            """
        ).first
        let finished = try ended?.value(0, as: Int.self) ?? 0
        guard finished == count, let seconds = try ended?.value(1, as: Double?.self) else {
            throw BenchError("of \(count) jobs, \(finished) have finished")
        }
        return Double(count) / seconds
    }
}

extension Bench {
    /// Returns the line in this bench's database. In the deep system nothing else is touched.
    func line(of model: Model) -> BenchLine { BenchLine(model: model, keepsRest: isDeep) }
}
