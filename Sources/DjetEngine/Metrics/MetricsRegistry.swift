public import CoreMetrics
import DjetStore

/// Keeps the metrics of this process for `/metrics`. It is one of swift-metrics' backends: bootstrap it, or
/// any other.
public final class MetricsRegistry: MetricsFactory {
    private let series = Guarded<[MetricKey: MetricSeries]>([:])

    /// An empty registry.
    public init() {}

    /// All that was counted and measured since the process began, in Prometheus' text format.
    var text: String { MetricsText.text(of: series.withLock { $0 }) }

    /// A counter.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    /// A gauge, or a histogram if the values are to be aggregated.
    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        series(label, dimensions, aggregate ? .histogram : .gauge)
    }

    /// A histogram in seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    /// A gauge.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    // Those who count hold on to their handlers; what they counted is to be seen for as long as the process.
    /// Nothing: what was counted stays.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Nothing: what was recorded stays.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Nothing: what was measured stays.
    public func destroyTimer(_ handler: any TimerHandler) {}
    /// Nothing: what was measured stays.
    public func destroyMeter(_ handler: any MeterHandler) {}

    private func series(
        _ label: String, _ dimensions: [(String, String)], _ kind: MetricSeries.Kind
    ) -> MetricSeries {
        let key = MetricKey(label: label, dimensions: dimensions)
        return series.withLock { series in
            if let known = series[key] { return known }
            let new = MetricSeries(kind)
            series[key] = new
            return new
        }
    }
}
