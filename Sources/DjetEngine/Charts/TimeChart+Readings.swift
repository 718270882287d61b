import Foundation

/// The figures of a chart as words, which are seen where somebody points at a span, or has come to a part of
/// the time by the keyboard. No script is needed.
extension TimeChart {
    /// The most links in a chart: each is a stop on the way of the tab key.
    private static let mostLinks = 12

    /// A reading for each span with a figure, and a link around those of a twelfth of the time.
    var readings: [SVGElement] {
        guard let zoom else { return times.indices.compactMap(reading) }
        let size = max((times.count + Self.mostLinks - 1) / Self.mostLinks, 1)
        return stride(from: 0, to: times.count, by: size).compactMap { first in
            link(first..<min(first + size, times.count), zoom)
        }
    }

    /// Returns the reading of a span; nil if it has no figure.
    private func reading(_ index: Int) -> SVGElement? {
        guard hasFigure(index) else { return nil }
        return SVGElement(
            "g", ["class": "span"],
            [
                hit(index..<index + 1),
                SVGElement("text", Self.place, moment(times[index], index) + [figures(index..<index + 1)]),
            ])
    }

    /// Returns the link to the chart of some spans; nil if they have no figures.
    private func link(_ spans: Range<Int>, _ zoom: (Date, Date) -> String) -> SVGElement? {
        guard spans.contains(where: hasFigure) else { return nil }
        let since = times[spans.lowerBound]
        let until = times[spans.upperBound - 1].addingTimeInterval(span)
        let name = "\(id)-\(spans.lowerBound)"
        let period = moment(since, spans.lowerBound) + [SVGElement("tspan", text: " \(words("to")) ")]
        return SVGElement(
            "a", ["class": "zoom", "href": zoom(since, until), "aria-labelledby": name],
            [
                hit(spans),
                SVGElement(
                    "text", ["class": "reading", "x": "-48", "y": "12", "id": name],
                    period + moment(until, spans.lowerBound) + [figures(spans)]),
                SVGElement("g", ["aria-hidden": "true"], spans.compactMap(reading)),
            ])
    }

    /// The place of each reading: that of the unit, which makes room for it.
    private static let place: KeyValuePairs<String, String> = ["class": "reading", "x": "-48", "y": "12"]

    /// Returns the area of spans that takes the pointer.
    private func hit(_ spans: Range<Int>) -> SVGElement {
        SVGElement(
            "rect",
            [
                "class": "hit", "x": x(spans.lowerBound), "y": "28",
                "width": SVGElement.percent(Double(spans.count) / Double(max(times.count, 1))),
                "height": "116",
            ])
    }

    private func hasFigure(_ index: Int) -> Bool {
        series.contains { ($0.values[index] ?? 0) > 0 }
    }

    /// Returns a time as text: with its day where the chart spans several.
    private func moment(_ date: Date, _ index: Int) -> [SVGElement] {
        names.isEmpty
            ? [SVGElement.time(date, isLong ? .moment : .clock)] : [SVGElement("tspan", text: names[index])]
    }

    /// Returns the figures of spans: their sums, or for lines the greatest values.
    private func figures(_ spans: Range<Int>) -> SVGElement {
        let parts = series.compactMap { series -> String? in
            let known = spans.compactMap { series.values[$0] }
            let value = form == .bars ? known.reduce(0, +) : known.max() ?? 0
            guard value > 0 else { return nil }
            let isMost = form == .lines && spans.count > 1
            return "\(words(series.label)) \(isMost ? words("at most \(write(value))") : write(value))"
        }
        return SVGElement("tspan", text: ": " + parts.joined(separator: ", "))
    }
}
