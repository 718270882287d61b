public import CoreMetrics
public import DjetModel
import DjetStore

/// A middleware that measures attempts: the timer `djet_attempt_seconds`, by kind and outcome, which is
/// `finished`, `failed`, `snoozed` or `parked`, which waits for a signal.
///
/// It measures the handler and the middleware after it, without the commit.
public final class JobMetrics: JobMiddleware {
    private struct Key: Hashable {
        let kind: String
        let outcome: String
    }

    private let timers = Guarded<[Key: Timer]>([:])
    private let factory: (any MetricsFactory)?

    /// Creates the middleware.
    ///
    /// - Parameter factory: the destination of the figures; that of the program unless told otherwise.
    public init(factory: (any MetricsFactory)? = nil) {
        self.factory = factory
    }

    /// Measures the attempt.
    public func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
        let start = ContinuousClock.now
        do {
            let reply = try await next(model)
            record(Key(kind: job.kind, outcome: "finished"), start.duration(to: .now))
            return reply
        } catch {
            record(Key(kind: job.kind, outcome: Self.outcome(error)), start.duration(to: .now))
            throw error
        }
    }

    private static func outcome(_ error: any Error) -> String {
        switch error {
        case is Snooze: "snoozed"
        case is SignalWait: "parked"
        default: "failed"
        }
    }

    private func record(_ key: Key, _ took: Duration) {
        let timer = timers.withLock { timers in
            if let timer = timers[key] { return timer }
            let labels = [("kind", key.kind), ("outcome", key.outcome)]
            // Only now: a part may be made before the program's factory is known.
            let timer = Timer(
                label: "djet_attempt_seconds", dimensions: labels, factory: factory ?? MetricsSystem.factory)
            timers[key] = timer
            return timer
        }
        timer.recordNanoseconds(Int64(took / .nanoseconds(1)))
    }
}
