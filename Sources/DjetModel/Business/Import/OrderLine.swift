/// A line of an order file that has passed every rule. Most of its texts are places in its record.
package struct OrderLine: Sendable {
    package let number: LineText
    package let code: LineText
    package let description: LineText?
    package let quantity: FixedNumber
    package let price: FixedNumber
    package let customer: LineText?
    package let country: LineText?
    package let day: Day?
    /// The share of the price that is not asked for; nil for none.
    package let discount: FixedShare?
    /// The currency in capitals; nil if the line names none.
    package let currency: LineText?

    /// Its amount in hundredths.
    var amount: Int128 { FixedNumber.amount(quantity: quantity, price: price, discount: discount) }
}

/// A text of a line of a file: a place in the line's record, or bytes of its own if it differs from them.
package enum LineText: Sendable {
    case place(CSVField)
    case own([UInt8])

    /// Returns the text's bytes.
    func bytes(of record: CSVRecord) -> [UInt8] {
        switch self {
        case .own(let bytes): bytes
        case .place(let field): record.bytes(field)
        }
    }

    /// Returns true if one of the text's bytes satisfies the condition, without copying them.
    func contains(of record: CSVRecord, where isSuch: (UInt8) -> Bool) -> Bool {
        switch self {
        case .own(let bytes): bytes.contains(where: isSuch)
        case .place(let field): record.buffer[field.range].contains(where: isSuch)
        }
    }
}
