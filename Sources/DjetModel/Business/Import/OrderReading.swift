/// Reads a file of orders, chunk by chunk and in constant memory: its header, then each line by the rules.
package struct OrderReading: Sendable {
    /// How many lines have been read, the header and blank lines left out.
    package private(set) var lines = 0

    /// What separates the fields; nil until the first line has told.
    package var delimiter: UInt8? { reader.delimiter }

    /// By what rules the lines are read; nil until the header has been.
    package private(set) var rules: OrderLineRules?

    /// What the numbers of the lines read show, unless it was known before.
    package private(set) var evidence = NumberEvidence()

    /// What is read.
    let file: OrderFile

    private let terms: ImportTerms
    private let style: NumberStyle?
    private var decoder: TextDecoder
    private var reader = CSVReader()

    /// - Parameters:
    ///   - file: what is read.
    ///   - terms: what somebody said of it.
    ///   - style: how it writes its numbers, if that is known from an earlier reading.
    package init(_ file: OrderFile, _ terms: ImportTerms, style: NumberStyle? = nil) {
        (self.file, self.terms, self.style) = (file, terms, style)
        decoder = TextDecoder(file.encoding)
    }

    /// Takes the next bytes of the file.
    package mutating func feed(_ chunk: [UInt8]) {
        reader.feed(decoder.utf8(chunk))
    }

    /// Says that no more bytes will come.
    package mutating func finish() {
        let rest = decoder.finish()
        if !rest.isEmpty { reader.feed(rest) }
        reader.finish()
    }

    /// The next line of the file, and what it comes to; nil if it takes more bytes.
    ///
    /// - Throws: why the file cannot be read on, with file and line.
    package mutating func next() throws(ImportError) -> (
        record: CSVRecord, line: Result<OrderLine, RejectReason>
    )? {
        while let record = try nextRecord() {
            if record.isBlank { continue }
            guard let rules else {
                try takeHeader(record)
                continue
            }
            lines += 1
            if style == nil { for scan in rules.scans(of: record) { evidence.note(scan) } }
            do throws(RejectReason) {
                return (record, .success(try rules.line(of: record)))
            } catch {
                return (record, .failure(error))
            }
        }
        if reader.isFinished, rules == nil {
            throw ImportError(
                file: file.name, "the file has no header; expected is a CSV file of order lines")
        }
        return nil
    }

    /// Reads on without a look at the lines.
    package mutating func skip() throws(ImportError) {
        while let record = try nextRecord() {
            if record.isBlank { continue }
            if rules == nil { try takeHeader(record) } else { lines += 1 }
        }
    }

    private mutating func nextRecord() throws(ImportError) -> CSVRecord? {
        do {
            return try reader.next()
        } catch {
            throw ImportError(file: file.name, line: error.line, error.description)
        }
    }

    private mutating func takeHeader(_ record: CSVRecord) throws(ImportError) {
        if file.hasNUL(record) { throw OrderFile.binary(file.name, line: record.line) }
        do throws(HeaderError) {
            // A name with a byte that is none of it could be that of a column that is needed.
            if file.hasFault(record) { throw .notOfTheEncoding(file.encoding.name) }
            let columns = try OrderColumns(
                header: record.fields.indices.map(record.text), given: terms.columns)
            rules = OrderLineRules(
                columns: columns, style: style ?? firstStyle, dates: terms.dates, of: file)
        } catch {
            throw ImportError(file: file.name, line: record.line, error.description)
        }
    }

    /// How numbers are written as long as none has shown it.
    private var firstStyle: NumberStyle {
        if let decimal = terms.decimal { return .given(decimal) }
        return reader.delimiter == .comma ? .assumed : .unknown
    }
}
