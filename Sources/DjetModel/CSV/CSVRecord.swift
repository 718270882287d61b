/// One record of a CSV file: its fields as places in the reader's buffer, so that reading it allocates
/// nothing.
///
/// Keeping a record alive keeps its buffer alive and makes the reader copy: use it, then let it go.
package struct CSVRecord: Sendable {
    /// The number of the line where the record begins, from 1; a quoted line break counts as a line.
    package let line: Int

    /// The bytes that the fields' ranges point into.
    package let buffer: [UInt8]

    /// Where the record lies in the buffer, without its line end.
    package let range: Range<Int>

    /// The fields in the order of the file; at least one.
    package let fields: [CSVField]

    /// The record as it stands in the file, quotes included, without its line end.
    package var raw: ArraySlice<UInt8> { buffer[range] }

    /// A field's value, wherever the field was cut from this record: without its quotes, with doubled quotes made
    /// single.
    package func bytes(_ field: CSVField) -> [UInt8] {
        let raw = buffer[field.range]
        return field.isDoubled ? Self.undoubled(raw) : Array(raw)
    }

    /// A field's value as text; bytes that are not UTF-8 become replacement characters.
    package func text(_ field: CSVField) -> String {
        String(decoding: bytes(field), as: UTF8.self)
    }

    /// The value of the field at a place.
    package func bytes(_ index: Int) -> [UInt8] { bytes(fields[index]) }

    /// The value of the field at a place as text.
    package func text(_ index: Int) -> String { text(fields[index]) }

    /// A text with doubled quotes made single: byte by byte, whatever characters they belong to.
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
