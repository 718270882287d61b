package import Foundation

/// Points in time as text, to the microsecond: ISO 8601 in JSON, and the form of PostgreSQL's `timestamptz`.
package enum Timestamp {
    /// PostgreSQL's range of times, in seconds since 1970: from 4714-11-24 BC to the end of the year 294276.
    private static let range = -210_866_803_200.0..<9_224_318_016_000.0

    /// Returns a time as `2026-11-21T20:15:00.000250Z`, before the year 1 as `0044-03-15T00:00:00.000000Z
    /// BC`; `infinity` or `-infinity` outside of PostgreSQL's range.
    package static func text(of date: Date) -> String {
        guard range.contains(date.timeIntervalSince1970) else {
            return date.timeIntervalSince1970 < 0 ? "-infinity" : "infinity"
        }
        // Whole seconds and fraction apart: the last years of the range have more microseconds than fit.
        let whole = date.timeIntervalSince1970.rounded(.down)
        let fraction = Int64(((date.timeIntervalSince1970 - whole) * 1_000_000).rounded())
        let (seconds, micros) = fraction == 1_000_000 ? (Int64(whole) + 1, 0) : (Int64(whole), fraction)
        let days = seconds.floorDivided(by: 86_400)
        let (year, month, day) = civil(days: days)
        let second = seconds - days * 86_400
        // The year before 1 is 1 BC.
        let (yearShown, era) = year > 0 ? (year, "") : (1 - year, " BC")
        let date = "\(padded(yearShown, 4))-\(padded(month, 2))-\(padded(day, 2))"
        let time = "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        return "\(date)T\(time).\(padded(micros, 6))Z\(era)"
    }

    /// Reads a `timestamptz` in PostgreSQL's form; `infinity` becomes a time infinitely far away.
    package static func date(fromServer text: String) -> Date? {
        switch text {
        case "infinity": Date(timeIntervalSince1970: .infinity)
        case "-infinity": Date(timeIntervalSince1970: -.infinity)
        default: date(from: text)
        }
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The bounds of year, month, day, hour, minute and second. Values within them do not overflow later.
    private static let bounds: [ClosedRange<Int64>] = [
        0...999_999, 1...12, 1...31, 0...24, 0...59, 0...60,
    ]

    /// Reads `2026-11-21 20:15:00.00025+00`, `2026-11-21T20:15:00+02:00` and `2026-11-21`, the last as
    /// midnight UTC; any of them may end in ` BC`. Returns nil for other texts.
    package static func date(from text: String) -> Date? {
        var numbers: [Int64] = []
        let isBeforeChrist = text.hasSuffix(" BC")
        var rest = Substring(text).utf8.dropLast(isBeforeChrist ? 3 : 0)
        for separator in ["-", "-", "T", ":", ":", nil] as [Character?] {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty, let number = Int64(Substring(digits)) else { return nil }
            numbers.append(number)
            rest = rest.dropFirst(digits.count)
            if numbers.count == 3, rest.isEmpty { break }
            guard let separator else { break }
            guard let next = rest.first else { return nil }
            let isSeparator = separator == "T" ? next == 0x54 || next == 0x20 : next == separator.asciiValue
            guard isSeparator else { return nil }
            rest = rest.dropFirst()
        }
        guard numbers.count == 3 || numbers.count == 6 else { return nil }
        if numbers.count == 3 { numbers += [0, 0, 0] }
        guard zip(bounds, numbers).allSatisfy({ $0.contains($1) }) else { return nil }
        guard let micros = fraction(&rest), let offset = zone(&rest), rest.isEmpty else { return nil }
        let days = days(
            year: isBeforeChrist ? 1 - numbers[0] : numbers[0], month: numbers[1], day: numbers[2])
        // Refuses days such as the 30th of February, which would become a day of March.
        guard numbers[2] <= 28 || civil(days: days).day == numbers[2] else { return nil }
        let seconds = days * 86_400 + numbers[3] * 3_600 + numbers[4] * 60 + numbers[5] - offset
        let time = TimeInterval(seconds) + TimeInterval(micros) / 1_000_000
        // The last moments of the range would round to its end, which is outside.
        let isWithin = TimeInterval(seconds) < range.upperBound
        return Date(timeIntervalSince1970: isWithin ? min(time, range.upperBound.nextDown) : time)
    }

    private static func fraction(_ rest: inout Substring.UTF8View) -> Int64? {
        guard rest.first == 0x2E else { return 0 }
        let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(1 + digits.count)
        let padded = Substring(digits).prefix(6)
        return Int64(padded + String(repeating: "0", count: 6 - padded.count))
    }

    private static func zone(_ rest: inout Substring.UTF8View) -> Int64? {
        guard let sign = rest.first else { return 0 }
        guard sign != 0x5A else { rest = rest.dropFirst(); return 0 }
        guard sign == 0x2B || sign == 0x2D else { return nil }
        let text = Substring(rest.dropFirst())
        rest = rest.suffix(0)
        let parts = text.split(separator: ":").map { Int64($0) ?? -1 }
        guard (1...3).contains(parts.count), parts.allSatisfy({ (0...59).contains($0) }) else { return nil }
        let seconds = zip(parts, [3_600, 60, 1] as [Int64]).reduce(0) { $0 + $1.0 * $1.1 }
        return sign == 0x2D ? -seconds : seconds
    }

    /// Returns the days from 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms").
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Returns the date of a number of days, the inverse. Foundation's format is not used: it changes to the
    /// Julian calendar before 1582, unlike PostgreSQL.
    private static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
