/// How the rejected lines of a file are handed back: as a file of the same columns behind `line` and `reason`, which
/// can be imported as it is when it has been corrected.
package struct RejectsFormat: Sendable {
    private static let ownColumns = ["line", "reason"]

    private let columns: OrderColumns
    private let delimiter: UInt8
    private let isOfOtherEncoding: Bool

    /// Nil as long as the header has not been read.
    package init?(_ reading: OrderReading) {
        guard let rules = reading.rules, let delimiter = reading.delimiter else { return nil }
        columns = rules.columns
        // Where commas stand before decimals, they do not separate fields as well: the same numbers, read by themselves,
        // would mean something else.
        let hasDecimalCommas = rules.style == .seen(.comma) || rules.style == .given(.comma)
        let isUsual = CSVDelimiter.known.contains(delimiter) && !(delimiter == .comma && hasDecimalCommas)
        self.delimiter = isUsual ? delimiter : hasDecimalCommas ? .semicolon : .comma
        isOfOtherEncoding = reading.file.encoding != .utf8
    }

    /// The first line. Whoever says again that the file is of another encoding than UTF-8 is told better by a byte order
    /// mark.
    package var header: [UInt8] {
        var csv = CSVWriter(delimiter: delimiter)
        for name in Self.ownColumns { csv.field(name) }
        for position in ownCount..<columns.width { csv.field(name(at: position)) }
        csv.endLine()
        return (isOfOtherEncoding ? Array("\u{FEFF}".utf8) : []) + csv.take()
    }

    /// The fields of a rejected line as they stand in the file, or in the file of rejects that it is.
    func fields(of record: CSVRecord) -> [UInt8] {
        var csv = CSVWriter(delimiter: delimiter)
        let isLonger = record.fields.count > columns.width
        let isBlankBehind = isLonger && (columns.width..<record.fields.count).allSatisfy(record.isBlank)
        let end = isBlankBehind ? columns.width : record.fields.count
        for position in min(ownCount, end)..<end {
            // A tab or line end before a text does not belong to it, and what follows it could begin a line.
            csv.field(
                record.text(position).utf8.drop { $0 == .tab || $0 == .carriageReturn || $0 == .lineFeed })
        }
        return csv.take()
    }

    /// A line of the file: the rejected line's number, why it was, and its fields.
    package func line(_ number: Int, _ reason: String, _ fields: String) -> [UInt8] {
        var csv = CSVWriter(delimiter: delimiter)
        csv.field(String(number))
        csv.field(reason)
        csv.fields(fields.utf8)
        csv.endLine()
        return csv.take()
    }

    /// How many columns are Djet's own: the file may be one of rejects itself.
    private var ownCount: Int {
        columns.names.starts(with: Self.ownColumns) ? Self.ownColumns.count : 0
    }

    /// A name under which the column is found again, without anybody saying so.
    private func name(at position: Int) -> String {
        let name = columns.names[position]
        let known = OrderColumn(named: name)
        guard let column = columns.column(at: position) else {
            return known == nil ? name : name + " (not used)"
        }
        return known == column ? name : column.title
    }
}
