/// Windows-1252, as browsers read it: its five undefined bytes become control characters, so that every byte
/// is text.
package enum Windows1252 {
    /// The characters of the bytes 0x80 to 0x9F; all other bytes are the character of the same number.
    private static let special: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// The text as UTF-8.
    package static func utf8(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + text.count / 8)
        var rest = text[...]
        while let index = rest.firstIndex(where: { $0 >= 0x80 }) {
            bytes.append(contentsOf: rest[..<index])
            append(rest[index], to: &bytes)
            rest = rest[(index + 1)...]
        }
        bytes.append(contentsOf: rest)
        return bytes
    }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        let scalar = byte < 0xA0 ? special[Int(byte - 0x80)] : UInt16(byte)
        if scalar < 0x800 {
            bytes.append(UInt8(0xC0 | scalar >> 6))
        } else {
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        }
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
}
