/// The rules by which a line of an order file becomes an order line or is rejected.
///
/// Price 0 is a free item, a negative amount a discount or something taken back, no customer a walk-in. A
/// line is rejected:
///
/// - without an order number or a product code, or with an order number that has no letter or digit (`?`);
/// - with a quantity or price that is not a number, or can be read as two (`1.000`), or a quantity of 0;
/// - with a discount that is no share of the price, or a currency that is no code;
/// - with an unreadable date or time;
/// - with more fields than the header;
/// - with bytes outside the file's encoding, NUL bytes or control characters;
/// - with values that exceed the tables' limits.
///
/// A shorter line is filled up with empty fields, as spreadsheets save it. ``PlainText`` defines the meaning
/// of texts. An order as a whole is judged when all of its lines are known: one rejected line rejects the
/// others.
package struct OrderLineRules: Sendable {
    /// The places of the columns.
    package let columns: OrderColumns

    /// The file's style of numbers.
    package let style: NumberStyle

    /// The order of the parts of the file's dates; nil if nobody said.
    package let dates: DateOrder?

    /// The file that the lines belong to.
    private let file: OrderFile

    package init(columns: OrderColumns, style: NumberStyle, dates: DateOrder? = nil, of file: OrderFile) {
        (self.columns, self.style, self.dates, self.file) = (columns, style, dates, file)
    }

    /// Turns a record into an order line.
    ///
    /// - Throws: the first reason to reject it.
    package func line(of record: CSVRecord) throws(RejectReason) -> OrderLine {
        try checkFields(of: record)
        let number = try key(.number, at: columns.number, of: record)
        let code = try key(.code, at: columns.code, of: record)
        let quantity = try self.number(.quantity, at: columns.quantity, of: record)
        let price = try self.number(.price, at: columns.price, of: record)
        if quantity.tenThousandths == 0 { throw .quantityIsZero }
        return OrderLine(
            number: number,
            code: code,
            description: try text(.description, at: columns.description, of: record, limit: 1_000),
            quantity: quantity,
            price: price,
            customer: try text(.customer, at: columns.customer, of: record, limit: 64),
            country: try text(.country, at: columns.country, of: record, limit: 100),
            day: try day(of: record),
            discount: try discount(of: record),
            currency: try currency(of: record)
        )
    }

    /// Returns the numbers of the orders that a record may belong to, whatever else is wrong with it; nil
    /// stands for an unreadable one, whose order is unknown. If the record's width differs from the header's,
    /// the number is counted from both ends. If a shorter record has one on the left, that is enough: what is
    /// missing is missing at the end.
    package func numbers(of record: CSVRecord) -> [LineText?] {
        let left = try? key(.number, at: columns.number, of: record)
        let position = columns.number + record.fields.count - columns.width
        guard columns.number > 0, record.fields.count < columns.width || !fits(record),
            record.fields.indices.contains(position)
        else { return [left] }
        let right = try? key(.number, at: position, of: record)
        return left != nil && right == nil && fits(record) ? [left] : [left, right]
    }

    /// Returns true if a record is an order line, whatever its number: it has two of product code, quantity
    /// and price, readable or not, and a code or else a description that is no word of sums.
    ///
    /// In doubt a record is a line, and not a footer: a rejected order says why, half an order says nothing.
    func isOrderLine(_ record: CSVRecord) -> Bool {
        let filled = [columns.code, columns.quantity, columns.price].filter { isFilled($0, in: record) }
        let name = [columns.code, columns.description].compactMap(\.self).first { isFilled($0, in: record) }
        guard filled.count >= 2, let name else { return false }
        return !Self.wordsOfSums.contains(OrderColumn.plain(record.text(name)))
    }

    private func isFilled(_ position: Int, in record: CSVRecord) -> Bool {
        record.fields.indices.contains(position) && !record.isBlank(position)
    }

    private static let wordsOfSums: Set = [
        "total", "totals", "grandtotal", "subtotal", "totalamount", "sum", "items", "summe", "gesamt",
        "gesamtsumme", "gesamtbetrag", "zwischensumme",
    ]

    /// Returns the readable numbers of a record, as evidence of the file's style; none if its fields do not
    /// fit the header.
    func scans(of record: CSVRecord) -> [NumberScan] {
        guard (try? checkFields(of: record)) != nil else { return [] }
        return columns.numbers.compactMap { scan(at: $0, of: record) }
    }

    /// Returns a number that depends on other lines of the file, such as `1.000`, in a form that does not:
    /// `1000`. Returns nil for any other field.
    func plainNumber(at position: Int, of record: CSVRecord) -> String? {
        guard case .seen(let sign) = style, columns.numbers.contains(position),
            fits(record), scan(at: position, of: record)?.isUndecided == true,
            let numeral = try? numeral(at: position, of: record)
        else { return nil }
        return (try? FixedNumber(numeral.bytes(of: record).span, style))?.text(sign)
    }

    private func checkFields(of record: CSVRecord) throws(RejectReason) {
        if file.hasNUL(record) { throw .hasNUL }
        guard fits(record) else {
            throw .wrongFieldCount(record.fields.count, expected: columns.width)
        }
        if file.hasFault(record) { throw .notOfTheEncoding(file.encoding.title) }
    }

    /// Returns true if a record has nothing behind the header's last column. Spreadsheets save empty fields
    /// there, and leave out the empty cells at the end of a line.
    private func fits(_ record: CSVRecord) -> Bool {
        let count = record.fields.count
        return count <= columns.width || (columns.width..<count).allSatisfy(record.isBlank)
    }

    // MARK: Texts

    private func key(_ column: OrderColumn, at position: Int, of record: CSVRecord) throws(RejectReason)
        -> LineText
    {
        guard let text = try text(column, at: position, of: record, limit: 64) else {
            throw .missing(column)
        }
        guard column != .number || Self.hasLetterOrDigit(text, of: record) else {
            throw .hasNoLetterOrDigit(column)
        }
        return text
    }

    /// Returns true if a text has a letter or digit of any script. The text is short.
    private static func hasLetterOrDigit(_ text: LineText, of record: CSVRecord) -> Bool {
        if text.contains(of: record, where: \.isLetterOrDigit) { return true }
        return String(decoding: text.bytes(of: record), as: UTF8.self).unicodeScalars.contains { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    func text(
        _ column: OrderColumn,
        at position: Int?,
        of record: CSVRecord,
        limit: Int
    ) throws(RejectReason) -> LineText? {
        guard let position, let field = record.trimmed(position) else { return nil }
        if column != .description, Self.isSpreadsheetError(field, of: record) {
            throw .spreadsheetError(column)
        }
        // Most texts are what they mean, in few enough bytes.
        if field.range.count <= limit, PlainText.isPlain(record.buffer.span.extracting(field.range)) {
            return .place(field)
        }
        // A text within the limit has fewer bytes, so this one needs no look.
        guard field.range.count <= 16 * limit else { throw .textTooLong(column, limit: limit) }
        let plain = try plain(field, column, of: record)
        if column != .description, Self.spreadsheetErrors.contains(plain) { throw .spreadsheetError(column) }
        guard plain.unicodeScalars.count <= limit else { throw .textTooLong(column, limit: limit) }
        return plain.isEmpty ? nil : .own(Array(plain.utf8))
    }

    /// Returns true for an error value that a spreadsheet has written: lines that share it need not belong
    /// together.
    private static func isSpreadsheetError(_ field: CSVField, of record: CSVRecord) -> Bool {
        record.buffer[field.range.lowerBound] == UInt8(ascii: "#") && field.range.count <= 8
            && spreadsheetErrors.contains(record.text(field))
    }

    private static let spreadsheetErrors: Set = [
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    ]

    private func plain(_ field: CSVField, _ column: OrderColumn, of record: CSVRecord) throws(RejectReason)
        -> String
    {
        do throws(PlainText.Problem) {
            return try PlainText.of(record.text(field), column == .description ? .prose : .code)
        } catch {
            throw .notAText(column, error)
        }
    }

    // MARK: Numbers

    private func number(
        _ column: OrderColumn,
        at position: Int,
        of record: CSVRecord
    ) throws(RejectReason) -> FixedNumber {
        guard let numeral = try numeral(at: position, of: record) else { throw .missing(column) }
        do throws(FixedNumber.Problem) {
            switch numeral {
            case .place(let field):
                return try FixedNumber(record.buffer.span.extracting(field.range), style)
            case .own(let bytes): return try FixedNumber(bytes.span, style)
            }
        } catch {
            switch error {
            case .tooLong: throw .numberTooLong(column)
            case .notANumber: throw .notANumber(column)
            case .undecided:
                throw .undecidedNumber(column, String(decoding: numeral.bytes(of: record), as: UTF8.self))
            }
        }
    }

    /// Returns the scan of a field that reads as a number, whatever it means; nil for any other.
    private func scan(at position: Int, of record: CSVRecord) -> NumberScan? {
        guard let numeral = try? numeral(at: position, of: record) else { return nil }
        switch numeral {
        case .place(let field): return NumberScan(record.buffer.span.extracting(field.range))
        case .own(let bytes): return NumberScan(bytes.span)
        }
    }

    /// Returns the digits and signs of a number, in ASCII; nil if the field is empty.
    func numeral(at position: Int, of record: CSVRecord) throws(RejectReason) -> LineText? {
        guard let field = record.trimmed(position) else { return nil }
        let span = record.buffer.span.extracting(field.range)
        // A text longer than any number is none, and needs no look.
        if span.count > 100 || PlainText.isPlain(span) { return .place(field) }
        guard let plain = try? PlainText.of(record.text(field)) else { return .place(field) }
        let ascii = plain.replacing("\u{2019}", with: "'").replacing("\u{2212}", with: "-")
        return ascii.isEmpty ? nil : .own(Array(ascii.utf8))
    }

    // MARK: Days

    private func day(of record: CSVRecord) throws(RejectReason) -> Day? {
        guard let text = try text(.date, at: columns.date, of: record, limit: 64) else { return nil }
        guard let (day, rest) = Day.leading(text.bytes(of: record)[...], dates) else {
            throw .unreadableDate(dates)
        }
        guard ClockTime.canFollowDay(rest) else { throw .unreadableTime }
        return day
    }
}
