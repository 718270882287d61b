/// Surveys a file of orders: it turns what the lines tell of each order into rows for COPY. An order can be
/// booked only when all of it is known.
///
/// ```swift
/// var survey = OrderSurvey(reading, of: "import 7")
/// for chunk in chunks { copy(try survey.read(chunk)) }
/// copy(try survey.finish())
/// ```
package struct OrderSurvey: Sendable {
    /// The reading of the file, up to here.
    package private(set) var reading: OrderReading

    /// The name of the import, as a field for COPY.
    private let key: [UInt8]
    private var part = 0
    private var run: OrderRun?

    /// The numbers of the orders that the last order line with a number may belong to, as fields for COPY.
    private var lastNumbers: [[UInt8]] = []
    private var fields = CopyText()
    private var rows = CopyText()

    /// - Parameters:
    ///   - reading: the reading of the file, from its start.
    ///   - key: the name of the import.
    package init(_ reading: OrderReading, of key: String) {
        self.reading = reading
        var field = CopyText()
        field.text(Array(key.utf8).span)
        self.key = field.bytes
    }

    /// The style of numbers that the survey has found; nil if the file was read in that style.
    package var otherStyle: NumberStyle? {
        guard let style = reading.rules?.style, reading.evidence.hasUndecided else { return nil }
        let seen = reading.evidence.style(otherwise: style)
        return seen == style ? nil : seen
    }

    /// True if the file has a column for the currency. It is known when the first part is read.
    package var namesCurrencies: Bool { reading.rules?.columns.currency != nil }

    /// Reads the next part of the file.
    ///
    /// - Returns: rows of `sales.import_run`: import, part, first_line, line_count, total, is_taken_back,
    ///   ordered_on, number, customer, country, fault; and the currency before that if the file names any.
    /// - Throws: the reason why the file cannot be read on, with file and line.
    package mutating func read(_ chunk: [UInt8]) throws(ImportError) -> CopyText {
        reading.feed(chunk)
        return try takeRows()
    }

    /// Ends the reading. Returns the rows that are left.
    package mutating func finish() throws(ImportError) -> CopyText {
        reading.finish()
        return try takeRows()
    }

    private mutating func takeRows() throws(ImportError) -> CopyText {
        part += 1
        rows.removeAll()
        while let (record, line) = try reading.next() {
            switch line {
            case .success(let line): join(line, record)
            case .failure(let reason): note(reason, record)
            }
        }
        endRun()
        return rows
    }

    /// Adds a line to the present run, or begins another.
    private mutating func join(_ line: OrderLine, _ record: CSVRecord) {
        fields.removeAll()
        fields.plain(line.day?.description)
        fields.field(line.number, of: record)
        fields.field(line.customer, of: record)
        fields.field(line.country, of: record)
        if namesCurrencies { fields.field(line.currency, of: record) }
        if run?.fields != fields.bytes {
            endRun()
            run = OrderRun(fields: fields.bytes, firstLine: record.line)
            lastNumbers = [Self.field(line.number, of: record)]
        }
        run?.add(line.amount, isTakenBack: line.quantity.tenThousandths < 0)
    }

    /// Counts a line that breaks a rule against the orders that it may belong to. If it is an order line
    /// whose number cannot be read, that is the order of the line before, too: the number may stand on its
    /// first line only. A footer or a note counts against none of them.
    private mutating func note(_ reason: RejectReason, _ record: CSVRecord) {
        endRun()
        guard let rules = reading.rules else { return }
        let numbers = rules.numbers(of: record)
        let named = numbers.compactMap { $0.map { Self.field($0, of: record) } }
        let isOrderLine = rules.isOrderLine(record)
        let mayBelongBefore = numbers.count > named.count && isOrderLine
        var noted: [[UInt8]] = []
        for number in named + (mayBelongBefore ? lastNumbers : []) where !noted.contains(number) {
            noted.append(number)
            note(reason, against: number, record)
        }
        if !named.isEmpty, isOrderLine { lastNumbers = named }
    }

    private mutating func note(_ reason: RejectReason, against number: [UInt8], _ record: CSVRecord) {
        fields.removeAll()
        fields.plain(nil)
        fields.fields(number)
        fields.plain(nil)
        fields.plain(nil)
        if namesCurrencies { fields.plain(nil) }
        var fault = OrderRun(fields: fields.bytes, firstLine: record.line, fault: reason.description)
        fault.add(0, isTakenBack: false)
        fault.write(to: &rows, key: key, part: part)
    }

    private static func field(_ text: LineText, of record: CSVRecord) -> [UInt8] {
        var field = CopyText()
        field.field(text, of: record)
        return field.bytes
    }

    private mutating func endRun() {
        run?.write(to: &rows, key: key, part: part)
        run = nil
    }
}
