import ArgumentParser
import DjetJSON
import DjetModel
import Foundation

extension Date {
    /// Reads a typed time: `2026-11-21T20:15:00Z`, `2026-11-21 20:15+01:00`. Without a zone it is in the
    /// terminal's, as `TZ` names it; without a time of day it is midnight there. Throws `ValidationError` if
    /// it is no time, or not in the years 1970 to 9999.
    static func typed(_ text: String) throws -> Date {
        try typed(text, in: .current)
    }

    /// Reads a typed time; without a zone it is in `zone`.
    static func typed(_ text: String, in zone: TimeZone) throws -> Date {
        guard let time = read(text, zone) else {
            throw ValidationError(
                """
                “\(text)” is not a time: write it as 2026-11-21T20:15:00Z, or as 2026-11-21 20:15 in this \
                terminal's time zone (\(zone.identifier))
                """)
        }
        guard JobSearch.years.contains(time) else {
            throw ValidationError("“\(text)” is out of range: use a time between the years 1970 and 9999")
        }
        return time
    }

    private static func read(_ text: String, _ zone: TimeZone) -> Date? {
        guard text.utf8.count <= 60 else { return nil }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
            $0 == "T" || $0 == " " || $0 == "t"
        }
        let time = parts.count > 1 ? String(parts[1]) : "00:00:00"
        let clock = time.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let rest = time.dropFirst(clock.count).trimmingPrefix { $0 == " " }
        let whole = clock.count(where: { $0 == ":" }) == 1 ? "\(clock):00" : String(clock)
        guard let asUTC = Timestamp.date(from: "\(parts[0])T\(whole)\(rest.uppercased())") else { return nil }
        return rest.isEmpty ? asUTC.whenShown(in: zone) : asUTC
    }

    /// Returns the time at which the clocks of a zone show what this time is in UTC. An hour that comes twice
    /// means the first; one that is skipped is read by the offset before it.
    private func whenShown(in zone: TimeZone) -> Date {
        let day = TimeInterval(86_400)
        let before = addingTimeInterval(-TimeInterval(zone.secondsFromGMT(for: addingTimeInterval(-day))))
        let after = addingTimeInterval(-TimeInterval(zone.secondsFromGMT(for: addingTimeInterval(day))))
        let fits = [before, after].filter { time in
            time.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: time))) == self
        }
        return fits.min() ?? before
    }
}
