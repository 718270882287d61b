import Foundation

/// A chart over time as SVG: stacked bars, or lines. It has shapes and classes; the style sheet has the
/// colours.
struct TimeChart: Sendable {
    enum Form: Sendable {
        case bars, lines
    }

    /// The identifier, unique on the page.
    var id: String
    /// The title: a sentence without figures.
    var title: String
    var form: Form
    var series: [ChartSeries]
    /// The beginnings of the spans, in order.
    var times: [Date]
    /// The length of a span, in seconds.
    var span: Double
    /// The unit of the values, such as `jobs`.
    var unit: String
    /// Formats a value.
    var write: @Sendable (Double) -> String = { Written.number(TimeChart.plain($0)) }
    /// The smallest step between two marks.
    var smallestStep = 1.0
    /// The names of the spans, such as those of months; empty to write their times.
    var names: [String] = []

    static let width = 600.0
    static let height = 170.0
    private static let frame = (left: 52.0, right: 592.0, top: 22.0, bottom: 142.0)

    /// The picture as markup in a page.
    var svg: String {
        SVGElement(
            "svg",
            [
                "class": "chart", "viewBox": "0 0 600 170", "role": "img",
                "aria-labelledby": "\(id)-title \(id)-summary",
            ],
            [
                SVGElement("title", ["id": "\(id)-title"], text: title),
                SVGElement("desc", ["id": "\(id)-summary"], text: summary),
            ] + marks + timeMarks + shapes
        ).written
    }

    /// The figures in words, for those who cannot see the chart.
    var summary: String {
        guard let first = times.first, let last = times.last else { return "Nothing to show." }
        let parts = series.map { series in
            let known = series.values.compactMap(\.self)
            let greatest = known.max().map { "at most \(write($0))" } ?? "none"
            return form == .bars
                ? "\(series.label): \(write(known.reduce(0, +))) in all, \(greatest) at a time"
                : "\(series.label): \(greatest)"
        }
        return "From \(period(from: first, to: last)), in \(unit). " + parts.joined(separator: "; ") + "."
    }

    private func period(from first: Date, to last: Date) -> String {
        if let first = names.first, let last = names.last { return "\(first) to \(last)" }
        let end = last.addingTimeInterval(span)
        return "\(Self.day(first)) \(Self.clock(first)) to \(Self.day(end)) \(Self.clock(end)) UTC"
    }

    // MARK: Axes

    private var scale: ChartScale { ChartScale(upTo: greatest, smallestStep: smallestStep) }

    private var greatest: Double {
        guard form == .bars else { return series.flatMap(\.values).compactMap(\.self).max() ?? 0 }
        return times.indices.map { index in series.map { $0.values[index] ?? 0 }.reduce(0, +) }.max() ?? 0
    }

    private var marks: [SVGElement] {
        scale.marks.flatMap { mark in
            let y = y(mark)
            return [
                SVGElement(
                    "path",
                    ["class": mark == 0 ? "axis" : "grid", "d": "M52 \(SVGElement.number(y))H592"]),
                SVGElement(
                    "text", ["x": "46", "y": SVGElement.number(y + 4), "text-anchor": "end"],
                    text: write(mark)),
            ]
        } + [SVGElement("text", ["class": "unit", "x": "0", "y": "10"], text: unit)]
    }

    /// About six times below the axis; days if the chart spans more than two days. A phone leaves out every
    /// other one.
    private var timeMarks: [SVGElement] {
        let step = max((times.count + 5) / 6, 1)
        return times.indices.filter { $0.isMultiple(of: step) }.map { index in
            SVGElement(
                "text",
                [
                    "class": index.isMultiple(of: 2 * step) ? "time" : "time between",
                    "x": SVGElement.number(x(index)), "y": "158",
                    "text-anchor": index == 0 ? "start" : "middle",
                ],
                text: mark(index))
        } + zone
    }

    /// Returns the text below the axis at the beginning of a span.
    private func mark(_ index: Int) -> String {
        if !names.isEmpty { return names[index] }
        return isLong ? Self.day(times[index]) : Self.clock(times[index])
    }

    /// The time zone of the times; names have none.
    private var zone: [SVGElement] {
        names.isEmpty
            ? [SVGElement("text", ["x": "592", "y": "169", "text-anchor": "end"], text: "UTC")] : []
    }

    private func x(_ index: Int) -> Double {
        Self.frame.left + (Self.frame.right - Self.frame.left) * Double(index) / Double(max(times.count, 1))
    }

    private func y(_ value: Double) -> Double {
        Self.frame.bottom - (Self.frame.bottom - Self.frame.top) * value / scale.top
    }

    // MARK: Shapes

    private var shapes: [SVGElement] {
        form == .bars ? times.indices.flatMap(bars) : series.flatMap(line)
    }

    private func bars(at index: Int) -> [SVGElement] {
        var below = 0.0
        let width = SVGElement.number(max(x(index + 1) - x(index) - 1, 1))
        return series.compactMap { series in
            guard let value = series.values[index], value > 0 else { return nil }
            defer { below += value }
            return SVGElement(
                "rect",
                [
                    "class": "bar series-\(series.look)", "x": SVGElement.number(x(index)),
                    "y": SVGElement.number(y(below + value)), "width": width,
                    "height": SVGElement.number(max(y(below) - y(below + value), 0.5)),
                ], [SVGElement("title", text: "\(moment(index)) \(series.label): \(write(value))")]
            )
        }
    }

    /// Returns a line for each stretch without a gap; a lone value is a dot.
    private func line(_ series: ChartSeries) -> [SVGElement] {
        let half = (x(1) - x(0)) / 2
        var stretches: [[String]] = [[]]
        for (index, value) in series.values.enumerated() {
            if let value {
                let y = SVGElement.number(y(value))
                stretches[stretches.count - 1].append("\(SVGElement.number(x(index) + half)),\(y)")
            } else if !stretches[stretches.count - 1].isEmpty {
                stretches.append([])
            }
        }
        return stretches.filter { !$0.isEmpty }.map { points in
            let drawn = points.count > 1 ? points : points + points
            return SVGElement(
                "polyline", ["class": "series-\(series.look)", "points": drawn.joined(separator: " ")])
        }
    }

    // MARK: Texts

    /// True if a time of day occurs more than twice.
    private var isLong: Bool { span * Double(times.count) > 2 * 86_400 }

    /// Returns the beginning of a span as text.
    private func moment(_ index: Int) -> String {
        guard names.isEmpty else { return names[index] }
        return (isLong ? Self.day(times[index]) + " " : "") + Self.clock(times[index])
    }

    static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    /// Returns the time of day of UTC; dashes for PostgreSQL's `infinity`.
    static func clock(_ date: Date) -> String {
        guard date.timeIntervalSince1970.isFinite else { return "--:--" }
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let minutes = ((seconds % 86_400 + 86_400) % 86_400) / 60
        return two(minutes / 60) + ":" + two(minutes % 60)
    }

    static func day(_ date: Date) -> String {
        String(date.ISO8601Format().dropFirst(5).prefix(5))
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

/// A series of a chart: a value for each span of time.
struct ChartSeries: Codable, Sendable {
    /// The name, in a word or two.
    var label: String
    /// The look: 1, 2 (trouble) or 3.
    var look: Int
    /// The value of each span; nil where there is none.
    var values: [Double?]
}
