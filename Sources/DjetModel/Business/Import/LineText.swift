/// A text of a line of a file: a place in the line's record, or, where it is not what is meant, bytes of its own.
package enum LineText: Sendable {
    case place(CSVField)
    case own([UInt8])

    /// Its bytes.
    func bytes(of record: CSVRecord) -> [UInt8] {
        switch self {
        case .own(let bytes): bytes
        case .place(let field): record.bytes(field)
        }
    }
}
