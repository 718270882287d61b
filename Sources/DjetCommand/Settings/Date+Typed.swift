import ArgumentParser
import DjetJSON
import DjetModel
import Foundation

extension Date {
    /// Reads a typed time: `2026-11-21T20:15:00Z`, `2026-11-21 20:15+01:00`. Without a zone it is in the
    /// terminal's, as `TZ` names it; without a time of day it is midnight there. Throws `ValidationError` if
    /// it is no time, one that the clocks there skip, or not in the years 1970 to 9999.
    static func typed(_ text: String) throws -> Date {
        try typed(text, in: TimeZone.named(by: ProcessInfo.processInfo.environment["TZ"]))
    }

    /// Reads a typed time; without a zone it is in `zone`, if that is known.
    static func typed(_ text: String, in zone: TimeZone?) throws -> Date {
        guard let (clock, hasZone) = read(text) else {
            throw ValidationError(
                """
                “\(text)” is not a time: write it as 2026-11-21T20:15:00Z, or as 2026-11-21 20:15 or \
                2026-11-21 in this terminal's time zone\(zone.map { " (\($0.identifier))" } ?? "")
                """)
        }
        let time = try hasZone ? clock : Self.time(of: clock, text, in: zone)
        guard JobSearch.years.contains(time) else {
            throw ValidationError("“\(text)” is out of range: use a time between the years 1970 and 9999")
        }
        return time
    }

    /// Returns the time in UTC, and whether the text has a zone; nil if it is no time.
    private static func read(_ text: String) -> (time: Date, hasZone: Bool)? {
        guard text.utf8.count <= 60 else { return nil }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
            $0 == "T" || $0 == " " || $0 == "t"
        }
        let time = parts.count > 1 ? String(parts[1]) : "00:00:00"
        let clock = time.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let rest = time.dropFirst(clock.count).trimmingPrefix { $0 == " " }
        let whole = clock.count(where: { $0 == ":" }) == 1 ? "\(clock):00" : String(clock)
        guard let asUTC = Timestamp.date(from: "\(parts[0])T\(whole)\(rest.uppercased())") else { return nil }
        return (asUTC, !rest.isEmpty)
    }

    /// Returns the time at which the clocks of a zone show what `clock` is in UTC.
    private static func time(of clock: Date, _ text: String, in zone: TimeZone?) throws -> Date {
        guard let zone else {
            throw ValidationError(
                """
                “\(text)” has no zone, and the variable TZ names none that is known: set it to a name such as \
                Europe/Berlin, or write the zone behind the time, such as 20:15Z or 20:15+01:00
                """)
        }
        let (time, isShown) = clock.whenShown(in: zone)
        // A day may begin behind a gap.
        guard isShown || !text.contains(":") else {
            throw ValidationError(
                """
                “\(text)” does not exist in the time zone \(zone.identifier), where clocks skip it: use a time \
                before or after the gap
                """)
        }
        return time
    }

    /// Returns the time at which the clocks of a zone show what this time is in UTC: of an hour that comes
    /// twice the first. One that is skipped is shown never, and read by the offset before it.
    private func whenShown(in zone: TimeZone) -> (time: Date, isShown: Bool) {
        let day = TimeInterval(86_400)
        let before = addingTimeInterval(-TimeInterval(zone.secondsFromGMT(for: addingTimeInterval(-day))))
        let after = addingTimeInterval(-TimeInterval(zone.secondsFromGMT(for: addingTimeInterval(day))))
        let fits = [before, after].filter { time in
            time.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: time))) == self
        }
        return (fits.min() ?? before, !fits.isEmpty)
    }
}

extension TimeZone {
    /// Returns the terminal's zone, given the value of `TZ`; nil if it names an unknown one, for which
    /// Foundation takes UTC.
    static func named(by variable: String?) -> TimeZone? {
        let name = String((variable ?? "").trimmingPrefix(":"))
        return name.isEmpty || name == "/etc/localtime" ? TimeZone.current : TimeZone(identifier: name)
    }
}
