import CoreMetrics
import DjetModel
import DjetStore

/// Counts what a worker hears and claims: `djet_rings_total`, `djet_claims_total` and
/// `djet_claimed_jobs_total`, by queue.
final class WorkerFigures: Sendable {
    private struct Counters: Sendable {
        let rings: Counter
        let claims: Counter
        let jobs: Counter
    }

    /// The most queues that are told apart, the first to be heard of. A branch may have any number.
    private static let mostQueues = 200

    private let counters = Guarded<[String: Counters]>([:])

    func noteRing(of queue: String) { counters(of: queue).rings.increment() }

    func noteClaim(of queue: String, _ jobs: Int) {
        let counters = counters(of: queue)
        counters.claims.increment()
        counters.jobs.increment(by: jobs)
    }

    private func counters(of queue: String) -> Counters {
        counters.withLock { known in
            if let counters = known[queue] { return counters }
            let name = known.count < Self.mostQueues ? queue : JobCount.others
            if let counters = known[name] { return counters }
            let new = Self.counters(named: name)
            known[name] = new
            return new
        }
    }

    private static func counters(named queue: String) -> Counters {
        let labels = [("queue", queue)]
        return Counters(
            rings: Counter(label: "djet_rings_total", dimensions: labels),
            claims: Counter(label: "djet_claims_total", dimensions: labels),
            jobs: Counter(label: "djet_claimed_jobs_total", dimensions: labels))
    }
}
