import DjetJSON
import DjetModel
import Foundation

extension ScheduleRecord {
    /// The schedule's row in the list.
    var row: [String] {
        [
            name, rule.onOneLine, zone, nextAt?.text ?? "", lastTicket.map { "\($0)" } ?? "",
            lastStatus?.rawValue ?? "", remarks.cut(to: 120),
        ]
    }

    /// Returns the whole schedule and its next due times as text, for people.
    func text(_ dues: [Date]) -> String {
        var lines = facts.compactMap { name, value in value.map { name.padded(to: 12) + $0 } }
        let label = (state == .active ? "next" : "would come").padded(to: 12)
        lines += dues.map { label + $0.text }
        lines += ["", "arguments", JSONTree(stored: arguments).pretty().plainLines]
        if isChanged, let declared {
            lines += ["", "declaration", JSONTree(stored: declared).pretty().plainLines]
        }
        return lines.joined(separator: "\n")
    }

    /// A sentence about what comes next, to stand behind another one.
    var outlook: String {
        switch state {
        case .retired: " It is retired: its part no longer declares it."
        case .paused: " It is paused."
        case .active: nextAt.map { " Its next time is \($0.text)\(clock)." } ?? ""
        }
    }

    /// The zone of the rule, to stand behind a time: that is written in the zone of the terminal. Empty for
    /// an interval, which has none.
    private var clock: String { rule.hasPrefix("@every") ? "" : "; its rule is in the zone \(zone)" }

    private var facts: [(String, String?)] {
        [
            ("name", name),
            ("rule", rule.onOneLine),
            ("zone", zone),
            ("function", kind),
            ("queue", queue),
            ("priority", "\(priority)"),
            ("missed", missed.rawValue),
            ("overlap", overlap.rawValue),
            ("user", user?.onOneLine),
            ("locale", locale?.onOneLine),
            ("tenant", tenant?.onOneLine),
            ("timeout", terms.timeout?.text),
            ("attempts", terms.attempts.map { "\($0)" }),
            ("expires", terms.expires.map { "\($0.text) after the due time" }),
            ("tags", terms.tags.isEmpty ? nil : terms.tags.map(\.onOneLine).joined(separator: ", ")),
            ("note", terms.note?.onOneLine),
            ("unique", unique.map { "\($0), otherwise \($0.otherwise.rawValue)".onOneLine }),
            ("state", remarks.isEmpty ? "active" : remarks),
            ("part", part?.onOneLine),
            ("added", createdAt.text),
            ("changed", changedAt.map { $0.text + by(changedBy) }),
            ("last job", lastJobText),
            ("skipped", skippedAt?.text),
        ]
    }

    /// The reasons why it makes no jobs, or others than its part declares; empty if there are none.
    private var remarks: String {
        let retirement = retiredAt.map { "retired since \($0.text)" }
        let pause = pausedAt.map { at in
            "paused since \(at.text)" + by(pausedBy) + (pausedWhy.map { ": \($0.onOneLine)" } ?? "")
        }
        return [retirement, pause, isChanged ? "changed by hand" : nil].compactMap(\.self)
            .joined(separator: "; ")
    }

    private var lastJobText: String? {
        guard let lastTicket else { return nil }
        let status = lastStatus.map { ", " + JobStatus.inked($0.rawValue) } ?? ""
        return "\(lastTicket)" + status + (lastAt.map { ", due \($0.text)" } ?? "")
    }

    private func by(_ user: String?) -> String { user.map { " by \($0.onOneLine)" } ?? "" }
}
