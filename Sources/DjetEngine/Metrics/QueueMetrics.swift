import DjetModel

/// The queue's figures, looked up in the database at each request.
enum QueueMetrics {
    /// The most queues that have figures of their own, the first by name. The jobs of the others are counted
    /// together, as those of the queue `(others)`.
    static let mostQueues = 1_000

    static func text(in model: Model, mostQueues: Int = mostQueues) async throws -> String {
        let queues = try await model.queues(limit: mostQueues)
        let counts = try await model.jobCounts(of: queues.map(\.name))
        let workers = try await model.workers()
        let snapshot = try await model.oldestSnapshot()
        let refusals = try await model.refusals()
        return MetricsText.gauge(
            "djet_jobs",
            counts.map { ([("queue", $0.queue), ("status", $0.status.rawValue)], Double($0.amount)) })
            + MetricsText.gauge("djet_workers", [([], Double(workers.count(where: \.isAlive)))])
            + MetricsText.gauge("djet_worker_slots", [([], Double(workers.reduce(0) { $0 + $1.slots }))])
            + MetricsText.gauge(
                "djet_queue_paused", queues.map { ([("queue", $0.name)], $0.pausedAt == nil ? 0 : 1) })
            + MetricsText.gauge("djet_oldest_snapshot_transactions", [([], Double(snapshot?.age ?? 0))])
            + MetricsText.counter(
                "djet_refused_reports_total", refusals.map { ([("what", $0.what)], Double($0.amount)) })
    }
}
