import DjetModel
import Foundation

/// The picture of a job's life as SVG: a lane for its waiting, its attempts, its steps and its signals.
///
/// It has shapes and classes; the style sheet has the colours.
struct TimelineChart: Sendable {
    var timeline: JobTimeline
    /// The language of the picture.
    var words = Words.english

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
                SVGElement("title", ["id": "timeline-title"], text: words("Timeline")),
                SVGElement("desc", ["id": "timeline-summary"], text: summary),
            ] + bars + times(at: bottom + 14)
        ).written
    }

    /// The timeline in words, for those who cannot see it.
    var summary: String {
        let times = words("From \(moment(timeline.since)) to \(moment(timeline.until)) UTC") + ", "
        let parts = [duration(timeline.seconds)] + lanes.map { text(of: $0) }
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
            SVGElement("text", ["x": "4", "y": SVGElement.number(top + 16)], text: text(of: lane)),
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
            ], [SVGElement("title", text: text(of: entry))])
    }

    private func times(at bottom: Double) -> [SVGElement] {
        let y = SVGElement.number(bottom)
        let zone = SVGElement("tspan", ["data-zone": ""], text: "UTC")
        let now = SVGElement("tspan", text: timeline.isOver ? " " : ", \(words("now")) ")
        return [
            SVGElement(
                "text", ["class": "time", "x": "4", "y": y], [SVGElement.time(timeline.since, form)]),
            SVGElement(
                "text", ["class": "time", "x": "592", "y": y, "text-anchor": "end"],
                [SVGElement.time(timeline.until, form), now, zone]),
        ]
    }

    /// The form of a time: with seconds if both ends would be the same without them.
    private var form: SVGElement.TimeForm { timeline.seconds < 60 ? .second : .moment }

    private func x(_ date: Date) -> Double {
        guard timeline.seconds > 0 else { return Self.frame.left }
        let part = date.timeIntervalSince(timeline.since) / timeline.seconds
        return Self.frame.left + (Self.frame.right - Self.frame.left) * min(max(part, 0), 1)
    }

    // MARK: Words

    /// Returns a lane in words: `2 attempts, 1 failed · 3 min 20 s`.
    private func text(of lane: JobTimeline.Lane) -> String {
        let entries = entries(of: lane)
        let seconds = entries.map(\.seconds).reduce(0, +)
        let failed = entries.count(where: { $0.outcome == .error })
        let amount = "\(entries.count) \(lane.rawValue)\(entries.count == 1 ? "" : "s")"
        let name =
            switch lane {
            case .wait: words("waiting")
            case .attempt: words(failed > 0 ? "\(amount), \(failed) failed" : amount)
            case .step: words(amount)
            case .signal: words(entries.count == 1 ? entries[0].title : amount)
            }
        return seconds > 0 ? "\(name) · \(duration(seconds))" : name
    }

    /// Returns an entry in words: `attempt 2, worker 7: failed after 3 s, Refused (DjetModel.ModelError)`.
    private func text(of entry: JobTimeline.Entry) -> String {
        let (title, duration) = (words(entry.title), self.duration(entry.seconds))
        guard let outcome = entry.outcome else {
            return entry.seconds > 0 ? "\(title): \(duration)" : "\(title), \(moment(entry.since))"
        }
        let worker = entry.worker.map { ", " + words("worker \($0)") } ?? ""
        let reason = entry.errorTitle.map { ", \(words($0)) (\(entry.errorType ?? ""))" } ?? ""
        return "\(title)\(worker): \(words(outcome.verb)) \(duration)\(reason)"
    }

    private func duration(_ seconds: Double) -> String { words(Written.duration(seconds, words.figures)) }

    /// Returns a time of UTC as text: `11-21 12:00`, or `11-21 12:00:07` in a short life.
    private func moment(_ date: Date) -> String {
        TimeChart.day(date) + " " + TimeChart.clock(date, withSeconds: form == .second)
    }
}

extension JobStatus {
    /// The fate of an attempt, before its duration.
    fileprivate var verb: String {
        switch self {
        case .finished: Words.key("finished after")
        case .error: Words.key("failed after")
        case .cancelled: Words.key("cancelled after")
        case .entered, .scheduled, .waiting, .processing: Words.key("has run for")
        }
    }
}
