/// Writes CSV by RFC 4180 as bytes: comma, CRLF, quotes only where a field needs them.
package struct CSVWriter: Sendable {
    /// What has been written since the last ``take()``.
    package private(set) var bytes: [UInt8] = []

    private var isFirst = true

    package init() {}

    /// Adds a field to the line.
    package mutating func field(_ value: some Collection<UInt8>) {
        if !isFirst { bytes.append(.comma) }
        isFirst = false
        guard value.contains(where: Self.needsQuotes) else {
            bytes.append(contentsOf: value)
            return
        }
        bytes.append(.quote)
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

    /// What has been written since the last call, which is then forgotten.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == .quote || byte == .comma || byte == .carriageReturn || byte == .lineFeed
    }
}
