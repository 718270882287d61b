/// The format of a file of rejected lines: the original columns behind `line` and `reason`. The file can be
/// imported as it is when it has been corrected.
package struct RejectsFormat: Sendable {
    /// The names of the file's own columns, behind `line` and `reason`.
    private let names: [String]
    /// The number of Djet's own columns: the file may be one of rejects itself.
    private let ownCount: Int
    private let delimiter: UInt8
    private let isOfOtherEncoding: Bool
    /// The rules that know which numbers depend on other lines; nil where none does.
    private let rules: OrderLineRules?

    /// Returns nil as long as the header has not been read.
    package init?(_ reading: OrderReading) {
        guard let rules = reading.rules, let delimiter = reading.delimiter else { return nil }
        let columns = rules.columns
        // A comma that is, or may be, the decimal sign must not separate fields: the same numbers, read by
        // themselves, would mean something else.
        let mayBeDecimal = [.unknown, .seen(.comma), .given(.comma)].contains(rules.style)
        self.init(
            names: columns.names.indices.map { Self.name(at: $0, in: columns) },
            areOfRejects: columns.areOfRejects, delimiter: delimiter,
            isDelimiterSaid: reading.isSeparatorSaid,
            mayBeDecimal: mayBeDecimal, encoding: reading.file.encoding, rules: rules)
    }

    /// - Parameters:
    ///   - names: the names of all columns, by which they are found again.
    ///   - areOfRejects: true if the first of them are `line` and `reason`.
    ///   - delimiter: the delimiter of the file.
    ///   - isDelimiterSaid: true if the user named it: then the rejects have the same.
    ///   - mayBeDecimal: true if a comma may stand before decimals.
    ///   - encoding: the encoding of the file.
    ///   - rules: the rules that know which numbers depend on other lines; nil where none does.
    init(
        names: [String], areOfRejects: Bool, delimiter: UInt8, isDelimiterSaid: Bool, mayBeDecimal: Bool,
        encoding: TextEncoding, rules: OrderLineRules? = nil
    ) {
        (self.names, self.rules) = (names, rules)
        ownCount = areOfRejects ? OrderColumns.ofRejects.count : 0
        let isUsual = CSVDelimiter.known.contains(delimiter) && !(delimiter == .comma && mayBeDecimal)
        self.delimiter = isDelimiterSaid || isUsual ? delimiter : mayBeDecimal ? .semicolon : .comma
        isOfOtherEncoding = encoding != .utf8
    }

    /// The first line. It has a byte order mark if the original is not UTF-8, which overrides an encoding
    /// that the user names again.
    package var header: [UInt8] {
        var csv = CSVWriter(delimiter: delimiter)
        for name in OrderColumns.ofRejects { csv.field(name) }
        for name in names.dropFirst(ownCount) { csv.field(name) }
        csv.endLine()
        return (isOfOtherEncoding ? Array("\u{FEFF}".utf8) : []) + csv.take()
    }

    /// Returns the fields of a rejected line as they stand in the file, without `line` and `reason` of its
    /// own. A number that depends on other lines is rewritten to mean the same alone.
    func fields(of record: CSVRecord) -> [UInt8] {
        var csv = CSVWriter(delimiter: delimiter)
        let isLonger = record.fields.count > names.count
        let isBlankBehind = isLonger && (names.count..<record.fields.count).allSatisfy(record.isBlank)
        let end = isBlankBehind ? names.count : record.fields.count
        for position in min(ownCount, end)..<end {
            if let number = rules?.plainNumber(at: position, of: record) {
                csv.field(number)
                continue
            }
            // A tab or line end before a text does not belong to it, and could hide a formula behind it.
            csv.field(
                Self.text(position, of: record).utf8.drop {
                    $0 == .tab || $0 == .carriageReturn || $0 == .lineFeed
                })
        }
        return csv.take()
    }

    /// Returns a field with U+FFFD for each NUL byte, which the database cannot keep.
    private static func text(_ position: Int, of record: CSVRecord) -> String {
        let text = record.text(position)
        guard text.utf8.contains(0) else { return text }
        return String(decoding: text.utf16.map { $0 == 0 ? 0xFFFD : $0 }, as: UTF16.self)
    }

    /// Returns a line of the file: the rejected line's number, the reason and the fields.
    package func line(_ number: Int, _ reason: String, _ fields: String) -> [UInt8] {
        var csv = CSVWriter(delimiter: delimiter)
        csv.field(String(number))
        csv.field(reason)
        csv.fields(fields.utf8)
        csv.endLine()
        return csv.take()
    }

    /// Returns a name by which the column is found again without the user's help.
    private static func name(at position: Int, in columns: OrderColumns) -> String {
        let name = columns.names[position]
        let known = OrderColumn(named: name)
        guard let column = columns.column(at: position) else {
            return known == nil ? name : name + " (not used)"
        }
        return known == column ? name : column.title
    }
}
