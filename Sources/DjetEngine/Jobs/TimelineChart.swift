import DjetModel
import Foundation

/// The picture of a job's life as SVG: a lane for its waiting, its attempts, its steps and its signals.
///
/// It has shapes and classes; the style sheet has the colours.
struct TimelineChart: Sendable {
    var timeline: JobTimeline

    /// The height of a lane: its words, and its bars below them.
    private static let pitch = 46.0
    private static let frame = (left: 4.0, right: 592.0)
    /// The width at which a short attempt can still be seen.
    private static let narrowest = 3.0

    /// The picture as markup in a page.
    var svg: String {
        let bottom = Double(lanes.count) * Self.pitch
        let bars = lanes.enumerated().flatMap { shapes(of: $1, at: Double($0) * Self.pitch) }
        return SVGElement(
            "svg",
            [
                "class": "chart timeline", "viewBox": "0 0 600 \(SVGElement.number(bottom + 20))",
                "role": "img",
                "aria-labelledby": "timeline-title timeline-summary",
            ],
            [
                SVGElement("title", ["id": "timeline-title"], text: "Timeline"),
                SVGElement("desc", ["id": "timeline-summary"], text: summary),
            ] + bars + times(at: bottom + 14)
        ).written
    }

    /// The timeline in words, for those who cannot see it.
    var summary: String {
        let times = "From \(Self.moment(timeline.since)) to \(Self.moment(timeline.until)) UTC, "
        let parts = [Written.duration(timeline.seconds)] + lanes.map { words(of: $0) }
        return times + parts.joined(separator: "; ") + "."
    }

    private var lanes: [JobTimeline.Lane] {
        JobTimeline.Lane.allCases.filter { !entries(of: $0).isEmpty }
    }

    private func entries(of lane: JobTimeline.Lane) -> [JobTimeline.Entry] {
        timeline.entries.filter { $0.lane == lane }
    }

    // MARK: Shapes

    private func shapes(of lane: JobTimeline.Lane, at top: Double) -> [SVGElement] {
        let middle = SVGElement.number(top + 29)
        return [
            SVGElement("text", ["x": "4", "y": SVGElement.number(top + 16)], text: words(of: lane)),
            SVGElement("path", ["class": "grid", "d": "M4 \(middle)H592"]),
        ] + entries(of: lane).map { bar($0, at: top + 22) }
    }

    private func bar(_ entry: JobTimeline.Entry, at top: Double) -> SVGElement {
        let width = max(x(entry.until) - x(entry.since), Self.narrowest)
        let left = min(x(entry.since), Self.frame.right - width)
        let look = ["entry", entry.lane.rawValue, entry.outcome?.rawValue].compactMap(\.self)
        return SVGElement(
            "rect",
            [
                "class": look.joined(separator: " "), "x": SVGElement.number(left),
                "y": SVGElement.number(top), "width": SVGElement.number(width), "height": "14",
            ], [SVGElement("title", text: Self.words(of: entry))])
    }

    private func times(at bottom: Double) -> [SVGElement] {
        let y = SVGElement.number(bottom)
        let end = Self.moment(timeline.until) + (timeline.isOver ? "" : ", now")
        return [
            SVGElement("text", ["class": "time", "x": "4", "y": y], text: Self.moment(timeline.since)),
            SVGElement(
                "text", ["class": "time", "x": "592", "y": y, "text-anchor": "end"], text: "\(end) UTC"),
        ]
    }

    private func x(_ date: Date) -> Double {
        guard timeline.seconds > 0 else { return Self.frame.left }
        let part = date.timeIntervalSince(timeline.since) / timeline.seconds
        return Self.frame.left + (Self.frame.right - Self.frame.left) * min(max(part, 0), 1)
    }

    // MARK: Words

    /// Returns a lane in words: `2 attempts, 1 failed · 3 min 20 s`.
    private func words(of lane: JobTimeline.Lane) -> String {
        let entries = entries(of: lane)
        let seconds = entries.map(\.seconds).reduce(0, +)
        let failed = entries.count(where: { $0.outcome == .error })
        let amount = "\(entries.count) \(lane.rawValue)\(entries.count == 1 ? "" : "s")"
        let words =
            switch lane {
            case .wait: "waiting"
            case .attempt: failed > 0 ? "\(amount), \(failed) failed" : amount
            case .step: amount
            case .signal: entries.count == 1 ? entries[0].title : amount
            }
        return seconds > 0 ? "\(words) · \(Written.duration(seconds))" : words
    }

    /// Returns an entry in words: `attempt 2, worker 7: failed after 3 s, Refused (DjetModel.ModelError)`.
    private static func words(of entry: JobTimeline.Entry) -> String {
        let duration = Written.duration(entry.seconds)
        guard let outcome = entry.outcome else {
            return entry.seconds > 0
                ? "\(entry.title): \(duration)" : "\(entry.title), \(moment(entry.since))"
        }
        let worker = entry.worker.map { ", worker \($0)" } ?? ""
        let reason = entry.errorTitle.map { ", \($0) (\(entry.errorType ?? ""))" } ?? ""
        return "\(entry.title)\(worker): \(outcome.verb) \(duration)\(reason)"
    }

    /// Returns a time of UTC as text: `11-21 12:00`.
    private static func moment(_ date: Date) -> String {
        TimeChart.day(date) + " " + TimeChart.clock(date)
    }
}

extension JobStatus {
    /// The fate of an attempt, before its duration.
    fileprivate var verb: String {
        switch self {
        case .finished: "finished after"
        case .error: "failed after"
        case .cancelled: "cancelled after"
        case .entered, .scheduled, .waiting, .processing: "has run for"
        }
    }
}
