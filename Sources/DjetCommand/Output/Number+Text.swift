import DjetJSON
package import Foundation

extension Int {
    /// The number with its thousands apart, such as `1,234,567`.
    package var grouped: String { Decimal(self).grouped(decimals: 0) }
}

extension Decimal {
    /// Returns the number with so many decimals, such as `1234.50`.
    package func text(decimals: Int) -> String {
        var value = self
        var rounded = Decimal()
        NSDecimalRound(&rounded, &value, decimals, .plain)
        let parts = rounded.description.split(separator: ".")
        guard decimals > 0 else { return String(parts[0]) }
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        return parts[0] + "." + fraction
            + String(repeating: "0", count: Swift.max(decimals - fraction.count, 0))
    }

    /// Returns the number with so many decimals and its thousands apart, such as `1,234.50`.
    package func grouped(decimals: Int) -> String {
        let text = text(decimals: decimals)
        let digits = text.drop { $0 == "-" }.prefix { $0 != "." }
        var groups = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { groups.append(",") }
            groups.append(digit)
        }
        return (text.hasPrefix("-") ? "-" : "") + groups + text.drop { $0 != "." }
    }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double { self / .seconds(1) }

    /// The duration as text, such as `2.3 s`, `4 min 5 s` or `1 h`.
    var text: String {
        guard seconds >= 60 else {
            return Decimal(seconds).text(decimals: seconds < 10 ? 1 : 0) + " s"
        }
        let whole = Int(seconds.rounded())
        let minutes =
            whole.isMultiple(of: 3600) ? "\((whole / 3600).grouped) h" : "\((whole / 60).grouped) min"
        return whole.isMultiple(of: 60) ? minutes : "\(minutes) \(whole % 60) s"
    }
}

extension Date {
    /// The time in this process's zone, such as `2026-11-21 20:15:03+01:00`. It can be typed again as it is.
    var text: String { text(in: .current) }

    /// Returns the time in a zone, in the same form.
    func text(in zone: TimeZone) -> String {
        // The zone has no other rules for times farther away.
        let known = Date(timeIntervalSince1970: min(max(timeIntervalSince1970, -1e12), 1e12))
        let offset = zone.secondsFromGMT(for: known)
        let shown = Timestamp.text(of: addingTimeInterval(TimeInterval(offset)))
        // The last hours that PostgreSQL knows may lie beyond in another zone.
        if shown.hasSuffix("infinity") { return offset == 0 ? shown : text(in: .gmt) }
        let (hours, minutes) = (abs(offset) / 3_600, abs(offset) / 60 % 60)
        let clock = shown.prefix { $0 != "." }.replacing("T", with: " ")
        return "\(clock)\(offset < 0 ? "-" : "+")\(Self.twoDigits(hours)):\(Self.twoDigits(minutes))"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
