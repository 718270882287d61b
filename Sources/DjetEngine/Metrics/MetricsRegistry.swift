public import CoreMetrics
import DjetStore

/// Keeps the metrics of this process for `/metrics`. It is one of the backends of swift-metrics: bootstrap
/// it, or any other.
public final class MetricsRegistry: MetricsFactory {
    private let series = Guarded<[MetricKey: MetricSeries]>([:])

    /// Creates an empty registry.
    public init() {}

    /// All figures since the process began, in Prometheus' text format.
    var text: String { MetricsText.text(of: series.withLock { $0 }) }

    /// Returns a counter.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    /// Returns a histogram if the values are to be aggregated, otherwise a gauge.
    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        series(label, dimensions, aggregate ? .histogram : .gauge)
    }

    /// Returns a histogram in seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    /// Returns a gauge.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    // Callers keep their handlers; the figures stay for as long as the process.
    /// Does nothing: the figures stay.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Does nothing: the figures stay.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Does nothing: the figures stay.
    public func destroyTimer(_ handler: any TimerHandler) {}
    /// Does nothing: the figures stay.
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
