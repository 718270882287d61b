import CoreMetrics
import DjetStore

/// The present figures of a counter, a gauge or a histogram.
final class MetricSeries: CounterHandler, RecorderHandler, TimerHandler, MeterHandler {
    enum Kind { case counter, gauge, histogram }

    struct Figures {
        var value = 0.0
        var count = 0
        /// The number of values no greater than each bound.
        var buckets = [Int](repeating: 0, count: MetricSeries.bounds.count)
    }

    /// The upper bounds of a histogram's buckets: in seconds, from a millisecond to ten seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    let kind: Kind
    private let state = Guarded(Figures())

    init(_ kind: Kind) {
        self.kind = kind
    }

    var figures: Figures { state.withLock { $0 } }

    func increment(by amount: Int64) { state.withLock { $0.value += Double(amount) } }
    func increment(by amount: Double) { state.withLock { $0.value += amount } }
    func decrement(by amount: Double) { state.withLock { $0.value -= amount } }
    func reset() { state.withLock { $0 = Figures() } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLock { $0.value = value } }
    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func record(_ value: Double) {
        guard kind == .histogram else { return set(value) }
        state.withLock { figures in
            figures.value += value
            figures.count += 1
            for index in Self.bounds.indices where value <= Self.bounds[index] { figures.buckets[index] += 1 }
        }
    }
}
