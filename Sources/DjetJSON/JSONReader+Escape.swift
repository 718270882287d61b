extension JSONReader {
    /// Skips a backslash and the rest of its escape. Throws `JSONProblem` for an unknown escape.
    mutating func skipEscape() throws {
        let start = index
        index += 1
        switch byte {
        case UInt8(ascii: "u"): try skipUnits(from: start)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            index += 1
        case nil: break
        default: throw unknownEscape(from: start)
        }
    }

    /// Skips one unit, or a surrogate pair: a character beyond the 65,536 of four digits takes two units,
    /// neither of which means anything alone.
    private mutating func skipUnits(from start: Int) throws {
        guard let unit = skipUnit() else { throw unknownEscape(from: start) }
        switch unit {
        case 0xd800...0xdbff:
            guard byte == UInt8(ascii: "\\") else { throw unknownEscape(from: start) }
            index += 1
            guard byte == UInt8(ascii: "u"), let low = skipUnit(), 0xdc00...0xdfff ~= low else {
                throw unknownEscape(from: start)
            }
        case 0xdc00...0xdfff: throw unknownEscape(from: start)
        default: break
        }
    }

    private mutating func skipUnit() -> UInt32? {
        index += 1
        let digits = bytes[min(index, bytes.count)..<min(index + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy(Self.isHexadecimal) else { return nil }
        index += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    private mutating func unknownEscape(from start: Int) -> JSONProblem {
        index = start
        return problem("a backslash in a text begins an escape such as \\n, \\\" or \\u00e9")
    }
}
