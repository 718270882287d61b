/// Reads a file of orders, chunk by chunk and in constant memory: its header, then each line by the rules.
package struct OrderReading: Sendable {
    /// The number of lines read, without the header and blank lines.
    package private(set) var lines = 0

    /// The delimiter between fields; nil until the first line has been read.
    package var delimiter: UInt8? { reader.delimiter }

    /// The rules for the lines; nil until the header has been read.
    package private(set) var rules: OrderLineRules?

    /// The evidence of the numbers read so far; empty if the style was known before.
    package private(set) var evidence = NumberEvidence()

    /// True if the user named the separator.
    var isSeparatorSaid: Bool { terms.separator != nil }

    /// The file that is read.
    let file: OrderFile

    private let terms: ImportTerms
    private let style: NumberStyle?
    private var decoder: TextDecoder
    private var reader: CSVReader

    /// - Parameters:
    ///   - file: the file to read.
    ///   - terms: the user's statements about it.
    ///   - style: the style of its numbers, if an earlier reading has found it.
    package init(_ file: OrderFile, _ terms: ImportTerms, style: NumberStyle? = nil) {
        (self.file, self.terms, self.style) = (file, terms, style)
        decoder = TextDecoder(file.encoding)
        reader = CSVReader(delimiter: terms.separator?.byte)
    }

    /// Takes the next bytes of the file.
    package mutating func feed(_ chunk: [UInt8]) {
        reader.feed(decoder.utf8(chunk))
    }

    /// Ends the input.
    package mutating func finish() {
        let rest = decoder.finish()
        if !rest.isEmpty { reader.feed(rest) }
        reader.finish()
    }

    /// Returns the next line of the file and its order line or rejection; nil if more bytes are needed.
    ///
    /// - Throws: the reason why the file cannot be read on, with file and line.
    package mutating func next() throws(ImportError) -> (
        record: CSVRecord, line: Result<OrderLine, RejectReason>
    )? {
        while let record = try file.next(of: &reader) {
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
                file: file.name, "the file has no header; expected a CSV file with a header and order lines")
        }
        return nil
    }

    /// Counts the lines that have come, without reading them. Throws like ``next()``.
    package mutating func skip() throws(ImportError) {
        while let record = try file.next(of: &reader) {
            if record.isBlank { continue }
            if rules == nil { try takeHeader(record) } else { lines += 1 }
        }
    }

    private mutating func takeHeader(_ record: CSVRecord) throws(ImportError) {
        if file.hasNUL(record) { throw file.binary(line: record.line) }
        do throws(HeaderError) {
            // A name with a wrong byte could be that of a needed column.
            if file.hasFault(record) { throw .notOfTheEncoding(file.encoding.title) }
            let columns = try OrderColumns(
                header: record.fields.indices.map(record.text), given: terms.columns, mapping: terms.mapping)
            rules = OrderLineRules(
                columns: columns, style: style ?? firstStyle, dates: terms.dates, of: file)
        } catch {
            throw ImportError(file: file.name, line: record.line, error.description)
        }
    }

    /// The style of numbers until one has shown it.
    private var firstStyle: NumberStyle {
        if let decimal = terms.decimal { return .given(decimal) }
        // A file of rejects has the separator that was said, though commas may have been its decimal signs.
        return reader.delimiter == .comma && !isSeparatorSaid ? .assumed : .unknown
    }
}
