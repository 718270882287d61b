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

    /// A field's value: without its quotes, with doubled quotes made single.
    package func bytes(_ index: Int) -> [UInt8] {
        let field = fields[index]
        guard field.isDoubled else { return Array(buffer[field.range]) }
        var bytes: [UInt8] = []
        var position = field.range.lowerBound
        while position < field.range.upperBound {
            bytes.append(buffer[position])
            position += buffer[position] == .quote ? 2 : 1
        }
        return bytes
    }

    /// A field's value as text; bytes that are not UTF-8 become replacement characters.
    package func text(_ index: Int) -> String {
        String(decoding: bytes(index), as: UTF8.self)
    }
}
