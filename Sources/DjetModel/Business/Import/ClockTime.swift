/// A time of day, as files write it behind a day: `8:26`, `08:26:00.5`, `8:26 PM`, `08:26:00 +01:00`.
package struct ClockTime {
    private var rest: ArraySlice<UInt8>

    /// Returns true if the text can follow a day: if it is empty, or a space or T and a time up to 24:00. A
    /// leap second counts as a time.
    package static func canFollowDay(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        guard first == .space || first == UInt8(ascii: "T") else { return false }
        var time = ClockTime(rest: text.dropFirst())
        time.skipSpaces()
        return time.takeClock() && time.rest.isEmpty
    }

    /// Takes the hours and minutes, perhaps seconds, and a zone. Returns false if they are no time.
    private mutating func takeClock() -> Bool {
        guard let hour = takeNumber(1...2), take(UInt8(ascii: ":")), let minute = takeNumber(2...2) else {
            return false
        }
        guard let seconds = takeSeconds(), hour < 24 || hour == 24 && minute == 0 && seconds.areZero else {
            return false
        }
        return minute < 60 && seconds.whole <= 60 && takeZone(behind: hour)
    }

    /// Takes the seconds, 0 if there are none. Returns nil if they are cut short.
    private mutating func takeSeconds() -> (whole: Int, areZero: Bool)? {
        guard take(UInt8(ascii: ":")) else { return (0, true) }
        guard let whole = takeNumber(2...2) else { return nil }
        guard take(.point) || take(.comma) else { return (whole, whole == 0) }
        guard let fraction = takeNumber(1...9) else { return nil }
        return (whole, whole == 0 && fraction == 0)
    }

    /// Takes AM or PM, the name of the time zone and its offset from UTC, each if it is there. Returns false
    /// if they are wrong. Some programs write `20:26 PM`.
    private mutating func takeZone(behind hour: Int) -> Bool {
        var word = takeWord()
        if word == "am" || word == "pm" {
            guard word == "pm" || hour <= 12 else { return false }
            word = takeWord()
        }
        guard ["", "z", "utc", "gmt"].contains(word) else { return false }
        return rest.isEmpty || takeOffset()
    }

    private mutating func takeOffset() -> Bool {
        guard take(.plus) || take(.minus), let hours = takeNumber(1...2), hours <= 14 else { return false }
        let isSplit = take(UInt8(ascii: ":"))
        guard isSplit || !rest.isEmpty else { return true }
        return takeNumber(2...2).map { $0 < 60 } ?? false
    }

    /// Takes the next letters, in lower case and without the points of `p.m.`; empty if there are none.
    private mutating func takeWord() -> String {
        skipSpaces()
        guard let first = rest.first, Self.isLetter(first) else { return "" }
        let word = rest.prefix { Self.isLetter($0) || $0 == .point }
        rest = rest.dropFirst(word.count)
        skipSpaces()
        return String(decoding: word.filter(Self.isLetter), as: UTF8.self).lowercased()
    }

    private mutating func takeNumber(_ width: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(width.upperBound).prefix { $0.isDigit }
        guard digits.count >= width.lowerBound else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - .zero) }
    }

    private mutating func take(_ sign: UInt8) -> Bool {
        guard rest.first == sign else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skipSpaces() {
        rest = rest.drop { $0 == .space }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
