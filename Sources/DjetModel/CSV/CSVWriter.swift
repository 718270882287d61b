/// Writes CSV by RFC 4180 as bytes: CRLF, quotes only where a field needs them.
///
/// A field that a spreadsheet would take for a formula gets an apostrophe in front; an import drops it again.
package struct CSVWriter: Sendable {
    /// The bytes written since the last ``take()``.
    package private(set) var bytes: [UInt8] = []

    private let delimiter: UInt8
    private var isFirst = true

    /// - Parameter delimiter: the delimiter between fields.
    package init(delimiter: UInt8 = UInt8(ascii: ",")) {
        self.delimiter = delimiter
    }

    /// Adds a field to the line.
    package mutating func field(_ value: some Collection<UInt8>) {
        separate()
        let isFormula = Formula.begins(value)
        guard value.contains(where: needsQuotes) else {
            if isFormula { bytes.append(.apostrophe) }
            bytes.append(contentsOf: value)
            return
        }
        bytes.append(.quote)
        if isFormula { bytes.append(.apostrophe) }
        for byte in value {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        bytes.append(.quote)
    }

    /// Adds a field to the line, as UTF-8.
    package mutating func field(_ value: String) {
        field(value.utf8)
    }

    /// Adds fields that another writer with the same delimiter has written.
    package mutating func fields(_ written: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: written)
    }

    /// Ends the line.
    package mutating func endLine() {
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
        isFirst = true
    }

    /// Adds a whole line.
    package mutating func line(_ values: String...) {
        for value in values { field(value) }
        endLine()
    }

    /// Returns the bytes written since the last call and forgets them; the next field begins a line.
    package mutating func take() -> [UInt8] {
        isFirst = true
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func separate() {
        if !isFirst { bytes.append(delimiter) }
        isFirst = false
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == .quote || byte == delimiter || byte == .carriageReturn || byte == .lineFeed
    }
}
