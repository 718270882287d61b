/// Turns the bytes of a file into UTF-8, chunk by chunk; a chunk may cut a character.
///
/// Bytes that are no character become U+FFFD. Bytes of a UTF-8 file stay as they are, valid or not.
package struct TextDecoder: Sendable {
    private let encoding: TextEncoding
    private let characters: [[UInt8]]

    /// The bytes of UTF-16 that wait for the rest of a character: an odd one, or the first half of a pair.
    private var rest: [UInt8] = []

    package init(_ encoding: TextEncoding) {
        self.encoding = encoding
        if case .page(let page) = encoding { characters = page.characters } else { characters = [] }
    }

    /// Returns the next bytes of the file, in any number, as UTF-8.
    package mutating func utf8(_ chunk: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: chunk
        case .page: ofPage(chunk)
        case .utf16(let isBigEndian): ofUTF16(chunk, isBigEndian)
        }
    }

    /// Returns the rest at the end of the file: U+FFFD if the end cuts a character.
    package mutating func finish() -> [UInt8] {
        defer { rest = [] }
        return rest.isEmpty ? [] : Array("\u{FFFD}".utf8)
    }

    private func ofPage(_ chunk: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunk.count + chunk.count / 8)
        var tail = chunk[...]
        while let index = tail.firstIndex(where: { $0 >= 0x80 }) {
            bytes.append(contentsOf: tail[..<index])
            bytes.append(contentsOf: characters[Int(tail[index] - 0x80)])
            tail = tail[(index + 1)...]
        }
        bytes.append(contentsOf: tail)
        return bytes
    }

    private mutating func ofUTF16(_ chunk: [UInt8], _ isBigEndian: Bool) -> [UInt8] {
        let input = rest + chunk
        var units: [UInt16] = []
        units.reserveCapacity(input.count / 2)
        for index in stride(from: 0, to: input.count - 1, by: 2) {
            let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
            let unit = isBigEndian ? first << 8 | second : second << 8 | first
            // PostgreSQL takes no U+0000, and no text has it.
            units.append(unit == 0 ? 0xFFFD : unit)
        }
        // The first half of a pair waits for the second.
        let isCut = units.last.map { UTF16.isLeadSurrogate($0) } ?? false
        if isCut { units.removeLast() }
        rest = Array(input[(units.count * 2)...])
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
