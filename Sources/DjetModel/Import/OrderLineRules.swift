/// The rules by which a line of an order file becomes an order line or is rejected.
///
/// A number that starts with `C` is a return. Price 0 is a free item, no customer a walk-in. Rejected is a
/// line whose order number or product code is missing, whose quantity or price is not a number, whose
/// quantity is 0, or negative on what is not a return, whose price is negative, whose date is unreadable,
/// that has another number of fields than the header, or that exceeds what the tables hold. Spaces and tabs
/// around a field do not belong to it.
package struct OrderLineRules: Sendable {
    /// Where the columns stand.
    package let columns: OrderColumns

    /// Whether `2,55` is a number: only where the comma is not the delimiter.
    package let allowsDecimalComma: Bool

    package init(columns: OrderColumns, allowsDecimalComma: Bool) {
        self.columns = columns
        self.allowsDecimalComma = allowsDecimalComma
    }

    /// Turns a record into an order line.
    ///
    /// - Throws: the first reason to reject it.
    package func line(of record: CSVRecord) throws(RejectReason) -> OrderLine {
        guard record.fields.count == columns.width else {
            throw .wrongFieldCount(record.fields.count, expected: columns.width)
        }
        let number = try key(.number, at: columns.number, of: record)
        let code = try key(.code, at: columns.code, of: record)
        let quantity = try self.number(.quantity, at: columns.quantity, of: record)
        let price = try self.number(.price, at: columns.price, of: record)
        try check(quantity, price, isReturn: record.buffer[number.range.lowerBound] == UInt8(ascii: "C"))
        return OrderLine(
            number: number,
            code: code,
            description: try text(.description, at: columns.description, of: record, limit: 1_000),
            quantity: quantity,
            price: price,
            customer: try text(.customer, at: columns.customer, of: record, limit: 64),
            country: try text(.country, at: columns.country, of: record, limit: 100),
            day: try day(of: record)
        )
    }

    private func check(_ quantity: FixedNumber, _ price: FixedNumber, isReturn: Bool) throws(RejectReason) {
        if quantity.tenThousandths == 0 { throw .quantityIsZero }
        if quantity.tenThousandths < 0, !isReturn { throw .negativeQuantity }
        if price.tenThousandths < 0 { throw .negativePrice }
    }

    private func key(_ column: OrderColumn, at position: Int, of record: CSVRecord) throws(RejectReason)
        -> CSVField
    {
        guard let field = try text(column, at: position, of: record, limit: 64) else {
            throw .missing(column)
        }
        return field
    }

    private func number(
        _ column: OrderColumn,
        at position: Int,
        of record: CSVRecord
    ) throws(RejectReason) -> FixedNumber {
        guard let field = record.trimmed(position) else { throw .missing(column) }
        do {
            return try FixedNumber(
                record.buffer.span.extracting(field.range),
                allowsComma: allowsDecimalComma
            )
        } catch {
            throw error == .tooLong ? .numberTooLong(column) : .notANumber(column)
        }
    }

    private func text(
        _ column: OrderColumn,
        at position: Int?,
        of record: CSVRecord,
        limit: Int
    ) throws(RejectReason) -> CSVField? {
        guard let position, let field = record.trimmed(position) else { return nil }
        // As a rule the bytes are few enough; only if not, the characters are counted.
        guard field.range.count > limit, record.text(field).unicodeScalars.count > limit else { return field }
        throw .textTooLong(column, limit: limit)
    }

    private func day(of record: CSVRecord) throws(RejectReason) -> Day? {
        guard let position = columns.date, let field = record.trimmed(position) else { return nil }
        let text = record.buffer[field.range]
        guard let day = Day(iso: text.prefix(10)), Self.isTime(text.dropFirst(10)) else {
            throw .unreadableDate
        }
        return day
    }

    /// Whether this can follow a day: nothing, or a space or T and a time that begins with hours and minutes.
    private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        guard first == .space || first == UInt8(ascii: "T") else { return false }
        let time = text.dropFirst()
        let hour = time.prefix { $0 >= .zero && $0 <= .nine }
        let rest = time.dropFirst(hour.count)
        return (1...2).contains(hour.count) && rest.first == UInt8(ascii: ":")
            && rest.allSatisfy(isPartOfTime)
    }

    private static func isPartOfTime(_ byte: UInt8) -> Bool {
        switch byte {
        case .zero...(.nine), UInt8(ascii: ":"), .point, .space, .minus, UInt8(ascii: "+"), UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
