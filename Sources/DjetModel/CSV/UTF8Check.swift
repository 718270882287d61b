/// Counts the valid UTF-8 in a text (RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF).
/// Chunks may cut characters.
package struct UTF8Check: Sendable {
    /// The number of whole, valid characters beyond ASCII.
    package private(set) var characters = 0

    /// The number of bytes, or beginnings of characters, that cannot be UTF-8.
    package private(set) var faults = 0

    /// The number of bytes that the present character still needs, and the range of the next one.
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    package init() {}

    /// True if the last character is whole.
    package var isBetweenCharacters: Bool { missing == 0 }

    /// Takes the next bytes, in any number.
    package mutating func feed(_ chunk: [UInt8]) {
        chunk.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                if missing == 0 { index = Self.skipASCII(bytes, from: index) }
                guard index < bytes.count else { return }
                take(bytes[index])
                index += 1
            }
        }
    }

    /// Returns the place of the first byte beyond ASCII; eight bytes at a time.
    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func take(_ byte: UInt8) {
        guard missing > 0 else { return begin(with: byte) }
        guard allowed.contains(byte) else {
            faults += 1
            missing = 0
            allowed = 0x80...0xBF
            return begin(with: byte)
        }
        missing -= 1
        allowed = 0x80...0xBF
        if missing == 0 { characters += 1 }
    }

    private mutating func begin(with byte: UInt8) {
        switch byte {
        case 0x00...0x7F: return
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: faults += 1
        }
    }
}
