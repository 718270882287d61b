/// The signs of a number, scanned in one pass to find where its decimals begin.
struct NumberScan {
    /// The meaning of a point or comma.
    enum Meaning {
        case decimals, grouping
    }

    /// The place of the first digit.
    let start: Int
    let isNegative: Bool

    /// The signs among the digits.
    private var points = 0
    private var commas = 0
    /// Spaces and apostrophes, which only group digits.
    private var gaps = 0
    private var gap: UInt8 = 0
    private var last = 0
    private var lastByte: UInt8 = 0
    /// The numbers of digits before the first sign and behind the last.
    private var leading = 0
    private var trailing = 0
    private var beginsWithZero = false
    /// True if any two neighbouring signs have three digits between them.
    private var isGrouped = true

    /// Returns nil if the text has no digit, or anything but digits and such signs.
    init?(_ text: Span<UInt8>) {
        let isSigned = !text.isEmpty && (text[0] == .minus || text[0] == .plus)
        start = isSigned ? 1 : 0
        isNegative = isSigned && text[0] == .minus
        var digits = 0
        var hasDigits = false
        for index in start..<max(start, text.count) {
            let byte = text[index]
            if byte.isDigit {
                if index == start { beginsWithZero = byte == .zero }
                digits += 1
                hasDigits = true
                continue
            }
            guard count(byte) else { return nil }
            if signs == 1 { leading = digits } else if digits != 3 { isGrouped = false }
            (last, lastByte, digits) = (index, byte, 0)
        }
        guard hasDigits else { return nil }
        if signs == 0 { leading = digits } else { trailing = digits }
    }

    private var signs: Int { points + commas + gaps }

    private mutating func count(_ byte: UInt8) -> Bool {
        switch byte {
        case .point: points += 1
        case .comma: commas += 1
        case .space, .apostrophe:
            guard gap == 0 || gap == byte else { return false }
            gap = byte
            gaps += 1
        default: return false
        }
        return true
    }

    /// The decimal sign that the number proves for its file; nil if it proves none.
    var evidence: DecimalSign? {
        guard signs > 0, !isUndecided else { return nil }
        if kinds == 1, signs > 1 || gaps > 0 {
            // Repeated signs of one kind group digits, so the other kind stands before decimals.
            guard isWholeGrouped, gaps == 0 else { return nil }
            return points > 0 ? .comma : .point
        }
        guard kinds == 1 || hasGroupsBeforeDecimals else { return nil }
        return lastByte == .point ? .point : .comma
    }

    /// True if the only sign can mean both, as in `1.000`.
    var isUndecided: Bool {
        signs == 1 && gaps == 0 && trailing == 3 && (1...3).contains(leading) && !beginsWithZero
    }

    /// The sign that can mean both; nil if none does.
    var undecidedSign: DecimalSign? {
        guard isUndecided else { return nil }
        return lastByte == .point ? .point : .comma
    }

    /// Returns the place of the sign before the decimals, or the end if there are none.
    func decimalSign(_ style: NumberStyle, end: Int) throws(FixedNumber.Problem) -> Int {
        guard signs > 0 else { return end }
        if let sign = undecidedSign {
            guard let meaning = style.meaning(of: sign) else { throw .undecided }
            return meaning == .decimals ? last : end
        }
        if kinds == 1, signs > 1 || gaps > 0 {
            let isDecimalSign = gaps == 0 && lastByte == style.onlySign?.byte
            guard isWholeGrouped, !isDecimalSign else { throw .notANumber }
            return end
        }
        guard let sign = evidence, style.onlySign ?? sign == sign else { throw .notANumber }
        return last
    }

    private var kinds: Int { (points > 0 ? 1 : 0) + (commas > 0 ? 1 : 0) + (gaps > 0 ? 1 : 0) }

    /// True if all digits stand in groups of three.
    private var isWholeGrouped: Bool {
        isGrouped && trailing == 3 && (1...3).contains(leading) && !beginsWithZero
    }

    /// True if the last sign is the only one of its kind, and those of one other kind group all digits before
    /// it.
    private var hasGroupsBeforeDecimals: Bool {
        let isOnce = lastByte == .point ? points == 1 : lastByte == .comma && commas == 1
        return kinds == 2 && isOnce && isGrouped && (1...3).contains(leading) && !beginsWithZero
    }
}
