/// Rows in the text format of PostgreSQL's COPY: tabs between fields, `\N` for null, backslashes for escapes.
package struct CopyText: Sendable {
    /// The rows so far.
    package private(set) var bytes: [UInt8] = []

    private var isFirst = true

    package init() {}

    /// Adds a text of a CSV record, or null.
    package mutating func field(_ text: LineText?, of record: CSVRecord) {
        separate()
        switch text {
        case .place(let field): append(record.buffer.span.extracting(field.range), isDoubled: field.isDoubled)
        case .own(let own): append(own.span, isDoubled: false)
        case nil:
            bytes.append(.backslash)
            bytes.append(UInt8(ascii: "N"))
        }
    }

    /// Adds text as it is, or null. The caller ensures that nothing in it needs an escape.
    package mutating func plain(_ text: String?) {
        separate()
        bytes.append(contentsOf: (text ?? #"\N"#).utf8)
    }

    /// Adds a number.
    package mutating func number(_ number: Int) {
        separate()
        digits(of: number.magnitude, isNegative: number < 0)
    }

    /// Adds a number with up to four decimals.
    package mutating func number(_ number: FixedNumber) {
        separate()
        decimal(number.tenThousandths.magnitude, isNegative: number.tenThousandths < 0, per: 10_000)
    }

    /// Adds a share, or null.
    package mutating func share(_ share: FixedShare?) {
        guard let share else { return plain(nil) }
        separate()
        decimal(share.millionths.magnitude, isNegative: false, per: 1_000_000)
    }

    /// Adds an amount that is given in hundredths.
    package mutating func amount(_ hundredths: Int128) {
        separate()
        let (whole, cents) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        digits(of: UInt(whole), isNegative: hundredths < 0)
        bytes.append(.point)
        bytes.append(.zero + UInt8(cents / 10))
        bytes.append(.zero + UInt8(cents % 10))
    }

    /// Adds any bytes, with escapes where they need them.
    package mutating func text(_ text: Span<UInt8>) {
        separate()
        append(text, isDoubled: false)
    }

    /// Adds fields that another row has already escaped.
    package mutating func fields(_ escaped: [UInt8]) {
        separate()
        bytes.append(contentsOf: escaped)
    }

    /// Ends the row.
    package mutating func endRow() {
        bytes.append(.lineFeed)
        isFirst = true
    }

    /// Removes the rows and keeps the memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isFirst = true
    }

    private mutating func separate() {
        if !isFirst { bytes.append(.tab) }
        isFirst = false
    }

    private mutating func decimal(_ units: UInt64, isNegative: Bool, per unit: UInt64) {
        let (whole, fraction) = units.quotientAndRemainder(dividingBy: unit)
        digits(of: UInt(whole), isNegative: isNegative)
        guard fraction > 0 else { return }
        bytes.append(.point)
        var (rest, place) = (fraction, unit / 10)
        while rest > 0 {
            bytes.append(.zero + UInt8(rest / place))
            rest %= place
            place /= 10
        }
    }

    private mutating func digits(of number: UInt, isNegative: Bool) {
        if isNegative { bytes.append(.minus) }
        var place: UInt = 1
        while number / place >= 10 { place *= 10 }
        while place > 0 {
            bytes.append(.zero + UInt8(truncatingIfNeeded: number / place % 10))
            place /= 10
        }
    }

    private mutating func append(_ text: Span<UInt8>, isDoubled: Bool) {
        guard isDoubled || Self.needsEscape(text) else {
            text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            return
        }
        var index = 0
        while index < text.count {
            let byte = text[index]
            appendEscaped(byte)
            index += isDoubled && byte == .quote ? 2 : 1
        }
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        guard Self.needsEscape(byte) else { return bytes.append(byte) }
        bytes.append(.backslash)
        switch byte {
        case .tab: bytes.append(UInt8(ascii: "t"))
        case .lineFeed: bytes.append(UInt8(ascii: "n"))
        case .carriageReturn: bytes.append(UInt8(ascii: "r"))
        default: bytes.append(byte)
        }
    }

    private static func needsEscape(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where needsEscape(text[unchecked: index]) { return true }
        return false
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte == .backslash || byte == .tab || byte == .lineFeed || byte == .carriageReturn
    }
}
