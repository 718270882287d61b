/// Writes figures in Prometheus' text format, version 0.0.4.
enum MetricsText {
    /// A figure that is looked up for one request: its labels, and its value.
    typealias Sample = (labels: [(String, String)], value: Double)

    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    static func text(of series: [MetricKey: MetricSeries]) -> String {
        var text = ""
        var last: String?
        for (key, series) in series.sorted(by: { $0.key < $1.key }) {
            if key.name != last { text += head(key.name, series.kind) }
            last = key.name
            text +=
                series.kind == .histogram
                ? histogram(key, series.figures, MetricSeries.bounds) : line(key, series.figures.value)
        }
        return text
    }

    /// Returns a gauge of values looked up for this request.
    static func gauge(_ name: String, _ samples: [Sample]) -> String { lookedUp(.gauge, name, samples) }

    /// Returns a counter of values looked up for this request.
    static func counter(_ name: String, _ samples: [Sample]) -> String { lookedUp(.counter, name, samples) }

    /// Returns a histogram looked up for this request, by its labels.
    static func histogram(
        _ name: String, _ series: [(labels: [(String, String)], figures: MetricSeries.Figures)],
        _ bounds: [Double]
    ) -> String {
        head(name, .histogram)
            + series.map { histogram(MetricKey(label: name, dimensions: $0.labels), $0.figures, bounds) }
            .joined()
    }

    /// Returns the one sample of a figure without labels.
    static func only(_ value: Double) -> [Sample] { [(labels: [], value: value)] }

    private static func lookedUp(
        _ kind: MetricSeries.Kind, _ name: String, _ samples: [Sample]
    ) -> String {
        head(name, kind)
            + samples.map { line(MetricKey(label: name, dimensions: $0.labels), $0.value) }.joined()
    }

    private static func head(_ name: String, _ kind: MetricSeries.Kind) -> String {
        "# HELP \(name) \(MetricHelp.text(of: name, kind))\n# TYPE \(name) \(kind)\n"
    }

    private static func line(_ key: MetricKey, _ value: Double) -> String {
        "\(key.name)\(key.labels.isEmpty ? "" : "{\(key.labels)}") \(number(value))\n"
    }

    private static func histogram(
        _ key: MetricKey, _ figures: MetricSeries.Figures, _ bounds: [Double]
    ) -> String {
        let labels = key.labels.isEmpty ? "" : key.labels + ","
        var text = ""
        for (bound, count) in zip(bounds, figures.buckets) {
            text += "\(key.name)_bucket{\(labels)le=\"\(number(bound))\"} \(count)\n"
        }
        text += "\(key.name)_bucket{\(labels)le=\"+Inf\"} \(figures.count)\n"
        let rest = key.labels.isEmpty ? "" : "{\(key.labels)}"
        return text + "\(key.name)_sum\(rest) \(figures.value)\n\(key.name)_count\(rest) \(figures.count)\n"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
