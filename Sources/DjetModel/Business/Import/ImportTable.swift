/// The header and the first lines of a file, as people see them. What is long is cut.
struct ImportTable {
    /// The most columns that are shown.
    static let mostColumns = 200
    /// The most lines that are shown.
    static let mostRows = 20
    /// The most characters of a name.
    private static let longestName = 200
    /// The most characters of a field.
    private static let longestCell = 100

    /// The sign between the fields.
    let separator: UInt8

    /// The names in the header, without those that a file of rejects has in front.
    let names: [String]

    /// The fields of the first lines, below the names.
    let rows: [[String]]

    /// The number of columns that the file has.
    let width: Int

    /// Reads the beginning of a file.
    ///
    /// - Throws: the reason why it cannot be read, with file and line.
    init(_ head: ImportHead, _ source: OrderFile, separator: FieldSeparator?) throws(ImportError) {
        var decoder = TextDecoder(source.encoding)
        var reader = CSVReader(delimiter: separator?.byte)
        reader.feed(decoder.utf8(head.bytes))
        if head.isWhole {
            reader.feed(decoder.finish())
            reader.finish()
        }
        var records: [[String]] = []
        while records.count <= Self.mostRows, let record = try source.next(of: &reader) {
            if record.isBlank { continue }
            if records.isEmpty, source.hasNUL(record) { throw source.binary(line: record.line) }
            let most = Self.mostColumns + OrderColumns.ofRejects.count
            let fields = records.isEmpty ? record.fields.indices : record.fields.indices.prefix(most)
            records.append(fields.map { Self.cut(record, $0, isName: records.isEmpty) })
        }
        guard let header = records.first, let delimiter = reader.delimiter else {
            throw ImportError(file: source.name, Self.lack(ofHeaderIn: head))
        }
        let named = OrderColumns.named(header)
        let own = OrderColumns.areOfRejects(named) ? OrderColumns.ofRejects.count : 0
        self.separator = delimiter
        names = Array(named.dropFirst(own).prefix(Self.mostColumns))
        width = named.count - own
        rows = records.dropFirst().map { [names] row in
            let fields = row.dropFirst(own).prefix(names.count).map(Self.shown)
            return fields + [String](repeating: "", count: names.count - fields.count)
        }
    }

    private static func lack(ofHeaderIn head: ImportHead) -> String {
        head.isWhole
            ? "the file has no header; expected a CSV file with a header and lines"
            : "the first line is longer than half a MiB, which is all that is looked at"
    }

    /// Returns a field without what is too long for a look.
    private static func cut(_ record: CSVRecord, _ index: Int, isName: Bool) -> String {
        let most = isName ? longestName : longestCell
        let field = record.fields[index]
        let bytes = record.buffer[field.range].prefix(8 * most)
        let text = String(
            decoding: field.isDoubled ? CSVRecord.undoubled(bytes) : Array(bytes), as: UTF8.self)
        let scalars = text.unicodeScalars
        guard scalars.count > most else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(most - 1))) + "…"
    }

    /// Returns a text with a blank for each character that has no ink, or could turn the text around it.
    static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control || PlainText.isUnseen(scalar) ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The sign between the fields, as a name or as it is.
    var separatorName: String {
        FieldSeparator.allCases.first { $0.byte == separator }?.rawValue
            ?? String(decoding: [separator], as: UTF8.self)
    }

    /// The names without what makes no difference, by which a mapping is found again.
    var plainNames: [String] { names.map(OrderColumn.plain) }
}
