/// Reads CSV by RFC 4180 from chunks of bytes, one record at a time, in constant memory.
///
/// Lines end with CRLF, LF or CR; the last line needs no end. Fields may be quoted and then hold delimiters,
/// line ends and doubled quotes. Blanks around the quotes, also no-break spaces, do not count. The reader
/// skips blank lines, a UTF-8 byte order mark, Ctrl-Z at the end, and a first line `sep=;`, which names the
/// delimiter. A quote inside a field that does not begin with one is an ordinary character. The text must be
/// in UTF-8; other bytes stay as they are.
///
/// ```swift
/// var reader = CSVReader()
/// for chunk in chunks {
///     reader.feed(chunk)
///     while let record = try reader.next() { … }
/// }
/// reader.finish()
/// while let record = try reader.next() { … }
/// ```
package struct CSVReader: Sendable {
    /// The longest record in bytes, 1 MiB; a longer one is an error, so that no file can exhaust the memory.
    package static let longestRecord = 1 << 20

    /// The delimiter between fields; nil until the first line has been read.
    package internal(set) var delimiter: UInt8?

    var buffer: [UInt8] = []
    var position = 0
    var line = 1
    var fields: [CSVField] = []
    var isFinished = false
    var isStarted = false
    var skipsLineFeed = false
    /// True if the first line has been seen, which may name the delimiter.
    private var hasSeenFirstLine = false

    /// - Parameter delimiter: the delimiter between fields, whatever a first line `sep=;` says; nil to detect
    ///   `,` `;` tab or `|` from the first line.
    package init(delimiter: UInt8? = nil) {
        self.delimiter = delimiter
    }

    /// Takes the next bytes of the file, in any number.
    package mutating func feed(_ chunk: [UInt8]) {
        if position == buffer.count {
            buffer = chunk
        } else {
            buffer.removeSubrange(..<position)
            buffer.append(contentsOf: chunk)
        }
        position = 0
    }

    /// Ends the input; the last record may lack its line end.
    package mutating func finish() {
        while buffer.count > position, buffer.last == .endOfText { buffer.removeLast() }
        isFinished = true
    }

    /// Returns the next whole record; nil if more bytes are needed, or after ``finish()`` if there is none.
    ///
    /// - Throws: the fault that makes the text unreadable from here on; do not call again after that.
    package mutating func next() throws(CSVError) -> CSVRecord? {
        guard start() else { return nil }
        skipBlankLines()
        guard position < buffer.count, let delimiter = try knownDelimiter() else { return nil }
        // Blank lines may follow a line that names the delimiter.
        skipBlankLines()
        guard position < buffer.count else { return nil }
        guard let record = try scan(delimiter) else { return nil }
        return CSVRecord(line: record.line, buffer: buffer, range: record.range, fields: fields)
    }

    /// Skips a byte order mark. Returns false as long as there are too few bytes to tell.
    private mutating func start() -> Bool {
        if isStarted { return true }
        guard buffer.count >= 3 || isFinished else { return false }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        isStarted = true
        return true
    }

    private mutating func skipBlankLines() {
        while position < buffer.count {
            switch buffer[position] {
            case .lineFeed where skipsLineFeed: skipsLineFeed = false
            case .lineFeed: line += 1
            case .carriageReturn:
                line += 1
                skipsLineFeed = true
            default:
                skipsLineFeed = false
                return
            }
            position += 1
        }
    }

    private mutating func knownDelimiter() throws(CSVError) -> UInt8? {
        if hasSeenFirstLine { return delimiter }
        let rest = buffer[position...]
        if delimiter != nil, !CSVDelimiter.mayName(rest) {
            hasSeenFirstLine = true
            return delimiter
        }
        let end = CSVDelimiter.endOfLine(in: rest)
        guard let end = end ?? (isFinished ? rest.endIndex : nil) else {
            if rest.count > Self.longestRecord { throw .recordTooLong(line: line, insideQuotes: false) }
            return nil
        }
        hasSeenFirstLine = true
        if let named = CSVDelimiter.named(by: rest[..<end]) {
            delimiter = delimiter ?? named
            position = end
        } else {
            delimiter = delimiter ?? CSVDelimiter.detect(in: rest[..<end])
        }
        return delimiter
    }
}
