import DjetModel

/// The queue's figures, looked up in the database at each request.
enum QueueMetrics {
    /// The most queues that have figures of their own, the first by name. The jobs of the others are counted
    /// together, as those of the queue `(others)`.
    static let mostQueues = 1_000
    /// The most kinds that have figures of their own, the first by name.
    static let mostKinds = 500

    /// Returns the figures. Kinds that are not named here are counted together: anybody who may offload can
    /// make up a kind.
    static func text(
        in model: Model, kinds: [String] = [], mostQueues: Int = mostQueues, mostKinds: Int = mostKinds
    ) async throws -> String {
        let queues = try await model.queues(limit: mostQueues)
        let kinds = Array(Set(model.functions.names + kinds).sorted().prefix(mostKinds))
        let live = try await now(queues, in: model)
        return live + (try await ended(queues.map(\.name), kinds, in: model))
    }

    private static func now(_ queues: [QueueRecord], in model: Model) async throws -> String {
        let names = queues.map(\.name)
        let counts = try await model.jobCounts(of: names)
        let oldest = try await model.oldestWaits(of: names)
        let workers = try await model.workers()
        let snapshot = try await model.oldestSnapshot()
        let refusals = try await model.refusals()
        return [
            MetricsText.gauge(
                "djet_jobs",
                counts.map { ([("queue", $0.queue), ("status", $0.status.rawValue)], Double($0.amount)) }),
            MetricsText.gauge(
                "djet_queue_oldest_seconds", oldest.map { ([("queue", $0.name)], max($0.seconds, 0)) }),
            MetricsText.gauge("djet_workers", MetricsText.only(Double(workers.count(where: \.isAlive)))),
            MetricsText.gauge(
                "djet_worker_slots", MetricsText.only(Double(workers.reduce(0) { $0 + $1.slots }))),
            MetricsText.gauge(
                "djet_queue_paused", queues.map { ([("queue", $0.name)], $0.pausedAt == nil ? 0 : 1) }),
            MetricsText.gauge(
                "djet_oldest_snapshot_transactions", MetricsText.only(Double(snapshot?.age ?? 0))),
            MetricsText.counter(
                "djet_refused_reports_total", refusals.map { ([("what", $0.what)], Double($0.amount)) }),
        ].joined()
    }

    /// Returns the figures of ended jobs. No series has both queue and kind: there are as many as queues and
    /// kinds together.
    private static func ended(
        _ queues: [String], _ kinds: [String], in model: Model
    ) async throws -> String {
        let ofQueues = try await model.totals(by: .queue, of: queues)
        let ofKinds = try await model.totals(by: .kind, of: kinds)
        let waits = try await model.spread(of: .waited, by: .queue, of: queues)
        let runs = try await model.spread(of: .ran, by: .kind, of: kinds)
        let bounds = try await model.spreadBounds()
        let attempts = Dictionary(grouping: ofKinds, by: \.name).mapValues { totals in
            totals.reduce(0) { $0 + $1.attempts }
        }
        return [
            MetricsText.counter("djet_queue_jobs_ended_total", samples("queue", ofQueues)),
            MetricsText.counter("djet_kind_jobs_ended_total", samples("kind", ofKinds)),
            MetricsText.counter(
                "djet_kind_attempts_total",
                attempts.sorted { $0.key < $1.key }.map { ([("kind", $0.key)], Double($0.value)) }),
            histogram("djet_job_wait_seconds", "queue", waits, bounds, sums(of: ofQueues, \.waited)),
            histogram("djet_job_run_seconds", "kind", runs, bounds, sums(of: ofKinds, \.ran)),
        ].joined()
    }

    private static func samples(_ label: String, _ totals: [JobTotal]) -> [MetricsText.Sample] {
        totals.map { ([(label, $0.name), ("status", $0.status.rawValue)], Double($0.amount)) }
    }

    private static func sums(
        of totals: [JobTotal], _ seconds: KeyPath<JobTotal, Double>
    ) -> [String: Double] {
        totals.reduce(into: [:]) { sums, total in sums[total.name, default: 0] += total[keyPath: seconds] }
    }

    private static func histogram(
        _ name: String, _ label: String, _ spread: [JobSpread], _ bounds: [Double], _ sums: [String: Double]
    ) -> String {
        var series = sums.mapValues { MetricSeries.Figures($0, over: bounds) }
        for part in spread { series[part.name]?.add(part.amount, to: part.bucket) }
        return MetricsText.histogram(
            name, series.sorted { $0.key < $1.key }.map { (labels: [(label, $0.key)], figures: $0.value) },
            bounds)
    }
}

extension MetricSeries.Figures {
    /// Creates the figures of a histogram whose values sum up to `sum`, and are yet to be counted.
    fileprivate init(_ sum: Double, over bounds: [Double]) {
        self.init(value: sum, buckets: [Int](repeating: 0, count: bounds.count))
    }

    /// Counts values above the first `bucket` bounds.
    fileprivate mutating func add(_ amount: Int, to bucket: Int) {
        count += amount
        for index in buckets.indices where index >= bucket { buckets[index] += amount }
    }
}
