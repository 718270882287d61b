import DjetJSON

/// Reads a file of rows, chunk by chunk and in constant memory: its header, then the fields of each line as
/// JSON. Whether they may be what they say, SQL decides.
struct RowReading: Sendable {
    /// The number of lines read, without the header and blank lines.
    private(set) var lines = 0

    /// The places of the columns; nil until the header has been read.
    private(set) var columns: RowColumns?

    let file: OrderFile
    private let shape: RowShape
    private let rules: RowRules
    private var decoder: TextDecoder
    private var reader: CSVReader

    init(_ file: OrderFile, _ shape: RowShape, _ rules: RowRules) {
        (self.file, self.shape, self.rules) = (file, shape, rules)
        decoder = TextDecoder(file.encoding)
        reader = CSVReader(delimiter: rules.separator?.byte)
    }

    /// The format of the rejects; nil until the header has been read.
    var format: RejectsFormat? {
        guard let columns, let delimiter = reader.delimiter else { return nil }
        // Each number is read by itself, whatever separates the fields: a comma is as good as another sign.
        return RejectsFormat(
            names: columns.names, areOfRejects: columns.areOfRejects, delimiter: delimiter,
            isDelimiterSaid: rules.separator != nil, mayBeDecimal: false,
            encoding: file.encoding)
    }

    /// Takes the next bytes of the file; nil is its end.
    mutating func feed(_ chunk: [UInt8]?) {
        if let chunk { return reader.feed(decoder.utf8(chunk)) }
        let rest = decoder.finish()
        if !rest.isEmpty { reader.feed(rest) }
        reader.finish()
    }

    /// Returns the next line of the file and its fields as JSON, or its fault; nil if more bytes are needed.
    ///
    /// - Throws: the reason why the file cannot be read on, with file and line.
    mutating func next() throws(ImportError) -> (record: CSVRecord, row: Result<String, RowFault>)? {
        while let record = try file.next(of: &reader) {
            if record.isBlank { continue }
            guard let columns else {
                try takeHeader(record)
                continue
            }
            lines += 1
            return (record, Result { () throws(RowFault) in try rules.row(of: record, columns, in: file) })
        }
        if reader.isFinished, columns == nil {
            throw ImportError(
                file: file.name,
                "the file has no header; expected a CSV file with a header and \(shape.subject.lines)")
        }
        return nil
    }

    private mutating func takeHeader(_ record: CSVRecord) throws(ImportError) {
        if file.hasNUL(record) { throw file.binary(line: record.line) }
        do throws(RowFault) {
            if file.hasFault(record) {
                throw RowFault("the header has bytes that are not \(file.encoding.title); correct them")
            }
            columns = try RowColumns(
                header: record.fields.indices.map(record.text), shape, mapping: rules.mapping)
        } catch {
            throw ImportError(file: file.name, line: record.line, error.reason)
        }
    }
}
