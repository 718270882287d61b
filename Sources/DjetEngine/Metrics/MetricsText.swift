/// Writes figures in Prometheus' text format, version 0.0.4.
enum MetricsText {
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    static func text(of series: [MetricKey: MetricSeries]) -> String {
        var text = ""
        var last: String?
        for (key, series) in series.sorted(by: { $0.key < $1.key }) {
            if key.name != last { text += "# TYPE \(key.name) \(series.kind)\n" }
            last = key.name
            text +=
                series.kind == .histogram ? histogram(key, series.figures) : line(key, series.figures.value)
        }
        return text
    }

    /// Returns a gauge of values looked up for this request.
    static func gauge(_ name: String, _ values: [(labels: [(String, String)], value: Double)]) -> String {
        lookedUp("gauge", name, values)
    }

    /// Returns a counter of values looked up for this request.
    static func counter(_ name: String, _ values: [(labels: [(String, String)], value: Double)]) -> String {
        lookedUp("counter", name, values)
    }

    private static func lookedUp(
        _ kind: String, _ name: String, _ values: [(labels: [(String, String)], value: Double)]
    ) -> String {
        "# TYPE \(name) \(kind)\n"
            + values.map { line(MetricKey(label: name, dimensions: $0.labels), $0.value) }.joined()
    }

    private static func line(_ key: MetricKey, _ value: Double) -> String {
        "\(key.name)\(key.labels.isEmpty ? "" : "{\(key.labels)}") \(number(value))\n"
    }

    private static func histogram(_ key: MetricKey, _ figures: MetricSeries.Figures) -> String {
        let labels = key.labels.isEmpty ? "" : key.labels + ","
        var text = ""
        for (bound, count) in zip(MetricSeries.bounds, figures.buckets) {
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
