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
    var format: @Sendable (Double, Figures) -> String = { Written.number(TimeChart.plain($0), $1) }
    /// The smallest step between two marks.
    var smallestStep = 1.0
    /// The names of the spans, such as those of months; empty to write their times.
    var names: [String] = []
    /// The language of the chart. Its texts are given in English.
    var words = Words.english
    /// Returns the address of the chart of a part of the time, to which a link leads; nil for no links.
    var zoom: (@Sendable (_ since: Date, _ until: Date) -> String)?

    /// The lines between which values are drawn, in pixels. The style sheet has the same numbers.
    static let frame = (top: 28.0, bottom: 144.0)

    /// The picture as markup in a page. It is as wide as the page, and its letters do not grow with it: it
    /// measures sideways in hundredths of its width.
    var svg: String {
        let words = [
            SVGElement("title", ["id": "\(id)-title"], text: words(title)),
            SVGElement("desc", ["id": "\(id)-summary"], text: summary),
        ]
        return SVGElement(
            "svg",
            [
                "class": "chart", "height": "168", "role": zoom == nil ? "img" : "group",
                "aria-labelledby": "\(id)-title \(id)-summary",
            ], words + marks + timeMarks + [plot] + readings
        ).written
    }

    /// The shapes. They alone are stretched to the width.
    private var plot: SVGElement {
        SVGElement(
            "svg",
            [
                "class": "plot", "y": "28", "width": "100%", "height": "116",
                "viewBox": "0 0 \(max(times.count, 1) * Self.pitch) 116", "preserveAspectRatio": "none",
            ], shapes)
    }

    /// The figures in words, for those who cannot see the chart.
    var summary: String {
        guard let first = times.first, let last = times.last else { return words("Nothing to show.") }
        let parts = series.map { series in
            let known = series.values.compactMap(\.self)
            let greatest = known.max().map { "at most \(write($0))" } ?? "none"
            return form == .bars
                ? words("\(series.label): \(write(known.reduce(0, +))) in all, \(greatest) at a time")
                : words("\(series.label): \(greatest)")
        }
        return words("From \(period(from: first, to: last)), in \(unit).") + " "
            + parts.joined(separator: "; ") + "."
    }

    private func period(from first: Date, to last: Date) -> String {
        if let first = names.first, let last = names.last { return "\(first) to \(last)" }
        let end = last.addingTimeInterval(span)
        return "\(Self.day(first)) \(Self.clock(first)) to \(Self.day(end)) \(Self.clock(end)) UTC"
    }

    /// Returns a value in words.
    func write(_ value: Double) -> String { words(format(value, words.figures)) }

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
                    "line",
                    [
                        "class": mark == 0 ? "axis" : "grid", "x2": "100%", "y1": SVGElement.number(y),
                        "y2": SVGElement.number(y),
                    ]),
                SVGElement(
                    "text", ["x": "-6", "y": SVGElement.number(y + 4), "text-anchor": "end"],
                    text: write(mark)),
            ]
        } + [SVGElement("text", ["class": "unit", "x": "-48", "y": "12"], text: words(unit))]
    }

    /// About six times below the axis; days if the chart spans more than two days. A phone leaves out every
    /// other one.
    private var timeMarks: [SVGElement] {
        let step = max((times.count + 5) / 6, 1)
        guard names.isEmpty else { return nameMarks(step) }
        return times.indices.filter { $0.isMultiple(of: step) }.map { index in
            SVGElement(
                "text",
                [
                    "class": index.isMultiple(of: 2 * step) ? "time" : "time between",
                    "x": x(index), "y": "162", "text-anchor": index == 0 ? "start" : "middle",
                ], [SVGElement.time(times[index], isLong ? .day : .clock)])
        } + [
            SVGElement(
                "text", ["x": "100%", "y": "162", "text-anchor": "end", "data-zone": ""], text: "UTC")
        ]
    }

    /// Names stand below the middle of their spans. The last one is always there: people look for it.
    private func nameMarks(_ step: Int) -> [SVGElement] {
        times.indices.filter { (times.count - 1 - $0).isMultiple(of: step) }.map { index in
            let isSpare = !(times.count - 1 - index).isMultiple(of: 2 * step)
            let middle = (Double(index) + 0.5) / Double(times.count)
            return SVGElement(
                "text",
                [
                    "class": isSpare ? "time between" : "time", "x": SVGElement.percent(middle),
                    "y": "162", "text-anchor": "middle",
                ], [SVGElement("tspan", text: names[index])])
        }
    }

    /// Returns the beginning of a span as a part of the width.
    func x(_ index: Int) -> String { SVGElement.percent(Double(index) / Double(max(times.count, 1))) }

    /// Returns the height of a value above the bottom.
    private func y(_ value: Double) -> Double {
        Self.frame.bottom - (Self.frame.bottom - Self.frame.top) * value / scale.top
    }

    // MARK: Shapes

    private var shapes: [SVGElement] {
        form == .bars ? times.indices.flatMap(bars) : series.flatMap(line)
    }

    /// The width of a span in the picture's own measure: a bar, and a gap of a tenth.
    private static let pitch = 10

    private func bars(at index: Int) -> [SVGElement] {
        var below = 0.0
        return series.compactMap { series in
            guard let value = series.values[index], value > 0 else { return nil }
            defer { below += value }
            return SVGElement(
                "rect",
                [
                    "class": "bar series-\(series.look)", "x": "\(index * Self.pitch)",
                    "y": SVGElement.number(y(below + value) - Self.frame.top), "width": "9",
                    "height": SVGElement.number(max(y(below) - y(below + value), 0.5)),
                ])
        }
    }

    /// Returns a line for each stretch without a gap; a lone value is a dot.
    private func line(_ series: ChartSeries) -> [SVGElement] {
        var stretches: [[String]] = [[]]
        for (index, value) in series.values.enumerated() {
            if let value {
                let y = SVGElement.number(y(value) - Self.frame.top)
                stretches[stretches.count - 1].append("\(index * Self.pitch + Self.pitch / 2),\(y)")
            } else if !stretches[stretches.count - 1].isEmpty {
                stretches.append([])
            }
        }
        return stretches.filter { !$0.isEmpty }.map { points in
            let look = "series-\(series.look)"
            let (drawn, name) = points.count > 1 ? (points, look) : (points + points, "\(look) dot")
            return SVGElement("polyline", ["class": name, "points": drawn.joined(separator: " ")])
        }
    }

    // MARK: Texts

    /// True if a time of day occurs more than twice.
    var isLong: Bool { span * Double(times.count) > 2 * 86_400 }

    static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    /// Returns the time of day of UTC; dashes for PostgreSQL's `infinity`.
    static func clock(_ date: Date, withSeconds: Bool = false) -> String {
        guard date.timeIntervalSince1970.isFinite else { return "--:--" }
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let time = (seconds % 86_400 + 86_400) % 86_400
        let text = two(time / 3_600) + ":" + two(time / 60 % 60)
        return withSeconds ? text + ":" + two(time % 60) : text
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
