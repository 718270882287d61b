/// A record of a CSV file. Its fields are places in the reader's buffer, so reading allocates nothing.
///
/// A record that is kept alive keeps the buffer alive, and makes the reader copy it.
package struct CSVRecord: Sendable {
    /// The number of the line where the record begins, from 1; a quoted line break counts as a line.
    package let line: Int

    /// The bytes that the ranges of the fields point into.
    package let buffer: [UInt8]

    /// The record's place in the buffer, without its line end.
    package let range: Range<Int>

    /// The fields in the order of the file; at least one.
    package let fields: [CSVField]

    /// The record as written in the file, with quotes, without its line end.
    package var raw: ArraySlice<UInt8> { buffer[range] }

    /// Returns the value of a field cut from this record: without its quotes, doubled quotes made single.
    package func bytes(_ field: CSVField) -> [UInt8] {
        let raw = buffer[field.range]
        return field.isDoubled ? Self.undoubled(raw) : Array(raw)
    }

    /// Returns a field's value as text; bytes that are not UTF-8 become replacement characters.
    package func text(_ field: CSVField) -> String {
        String(decoding: bytes(field), as: UTF8.self)
    }

    /// Returns the value of the field at an index.
    package func bytes(_ index: Int) -> [UInt8] { bytes(fields[index]) }

    /// Returns the value of the field at an index, as text.
    package func text(_ index: Int) -> String { text(fields[index]) }

    /// Returns a text with doubled quotes made single: byte by byte, whatever characters they belong to.
    static func undoubled(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var position = text.startIndex
        while position < text.endIndex {
            bytes.append(text[position])
            position += text[position] == .quote ? 2 : 1
        }
        return bytes
    }
}

/// A field's place in its record's buffer.
package struct CSVField: Sendable, Equatable {
    /// The place of the field's bytes, as in the file, without the outer quotes.
    package let range: Range<Int>

    /// True if the field holds doubled quotes, each of which stands for one.
    package let isDoubled: Bool
}
