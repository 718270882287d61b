/// A text of a line of a file: a place in the line's record, or bytes of its own if it differs from them.
package enum LineText: Sendable {
    case place(CSVField)
    case own([UInt8])

    /// Returns the text's bytes.
    func bytes(of record: CSVRecord) -> [UInt8] {
        switch self {
        case .own(let bytes): bytes
        case .place(let field): record.bytes(field)
        }
    }
}
