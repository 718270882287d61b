/// The bytes at the beginning of a file that tell its encoding beyond doubt.
package enum ByteOrderMark: Sendable, Equatable {
    case utf8
    case utf16(isBigEndian: Bool)
    case utf32

    /// The number of bytes that hold any mark.
    static let length = 4

    /// Reads the mark that a file begins with; nil if it has none.
    init?(_ head: [UInt8]) {
        switch head {
        case _ where head.starts(with: [0xEF, 0xBB, 0xBF]): self = .utf8
        case _ where head.starts(with: [0xFF, 0xFE, 0x00, 0x00]): self = .utf32
        case _ where head.starts(with: [0x00, 0x00, 0xFE, 0xFF]): self = .utf32
        case _ where head.starts(with: [0xFF, 0xFE]): self = .utf16(isBigEndian: false)
        case _ where head.starts(with: [0xFE, 0xFF]): self = .utf16(isBigEndian: true)
        default: return nil
        }
    }
}
