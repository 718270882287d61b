import DjetJSON

/// The rules by which the fields of a line become texts with a meaning.
struct RowRules: Sendable {
    /// The longest field in characters; a longer one breaks a rule of SQL as well.
    private static let longest = 4_000

    /// The decimal sign; nil rejects a number such as `1.000`, which can be read in two ways.
    var decimal: DecimalSign?

    /// The sign between the fields; nil detects it from the header.
    var separator: FieldSeparator?

    /// The field of each column; nil finds the columns by their names.
    var mapping: [String]?

    /// The fields of all lines that have none of their own.
    var given: [String: String] = [:]

    /// Returns the fields of a record as a JSON object. An empty field is left out: it changes nothing.
    ///
    /// - Throws: the first reason to reject the record.
    func row(of record: CSVRecord, _ columns: RowColumns, in file: OrderFile) throws(RowFault) -> String {
        try check(record, columns, in: file)
        var fields = given
        for (position, column) in columns.columns.enumerated() {
            guard let column, let field = record.trimmed(position) else { continue }
            let text = try text(record.text(field), of: column)
            if !text.isEmpty { fields[column.field] = text }
        }
        return JSONTree.object(
            fields.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .text($0.value)) }
        ).compact
    }

    private func check(_ record: CSVRecord, _ columns: RowColumns, in file: OrderFile) throws(RowFault) {
        let (count, width) = (record.fields.count, columns.names.count)
        let reason: RejectReason? =
            if file.hasNUL(record) {
                .hasNUL
            } else if count > width, !(width..<count).allSatisfy(record.isBlank) {
                .wrongFieldCount(count, expected: width)
            } else if file.hasFault(record) {
                .notOfTheEncoding(file.encoding.title)
            } else {
                nil
            }
        if let reason { throw RowFault(reason.description) }
    }

    private func text(_ text: String, of column: RowColumn) throws(RowFault) -> String {
        guard text.utf8.count <= 4 * Self.longest else {
            throw RowFault("\(column.field): has more than \(Self.longest) characters")
        }
        let plain: String
        do throws(PlainText.Problem) {
            plain = try PlainText.of(text, column.use == .prose ? .prose : .code)
        } catch {
            throw RowFault("\(column.field): \(error.reason)")
        }
        switch column.use {
        case .number where !plain.isEmpty: return try number(plain, of: column)
        case .day where !plain.isEmpty && Day(plain) == nil:
            throw RowFault("\(column.field): is not a day of the form \(DateOrder.ymd.example)")
        case .code, .prose, .number, .day: return plain
        }
    }

    private func number(_ text: String, of column: RowColumn) throws(RowFault) -> String {
        let bytes = Array(text.utf8)
        do throws(FixedNumber.Problem) {
            return try FixedNumber(bytes.span, decimal.map(NumberStyle.given) ?? .unknown).text(.point)
        } catch {
            switch error {
            case .notANumber: throw RowFault("\(column.field): is not a number")
            case .tooLong:
                throw RowFault("\(column.field): has more than 8 digits before or more than 4 decimals")
            case .undecided:
                throw RowFault(
                    "\(column.field): \(text) is one number with a decimal point and another with a decimal "
                        + "comma; say which in the field decimal of sales.import-prices")
            }
        }
    }
}
