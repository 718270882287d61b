import Glibc

extension JSONTree {
    /// The text of a string with its escapes resolved; nil for anything else.
    package var text: String? {
        guard case .string(let written) = self else { return nil }
        return Self.unescaped(written)
    }

    /// Returns a string with this text.
    package static func text(_ text: String) -> JSONTree { .string(escaped(text)) }

    /// Returns a text as it stands between the quotes of JSON.
    package static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: mustBeEscaped) else { return text }
        var written: [UInt8] = []
        for byte in text.utf8 {
            if mustBeEscaped(byte) { written += escape(of: byte) } else { written.append(byte) }
        }
        return String(decoding: written, as: UTF8.self)
    }

    /// Returns the text between the quotes of a JSON string, its escapes resolved.
    package static func unescaped(_ written: String) -> String {
        guard hasBackslash(written) else { return written }
        var text = String.UnicodeScalarView()
        // By scalars, since a character may begin within an escape and end behind it.
        var rest = Substring(written).unicodeScalars
        while let scalar = rest.popFirst() {
            text.append(scalar == "\\" ? takeEscaped(from: &rest) : scalar)
        }
        return String(text)
    }

    private static let backslash = UInt8(ascii: "\\")

    private static func hasBackslash(_ written: String) -> Bool {
        written.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, Int32(backslash), bytes.count) != nil } ?? false
        } ?? written.utf8.contains(backslash)
    }

    private static let letters: [(byte: UInt8, letter: Unicode.Scalar)] = [
        (0x08, "b"), (0x0c, "f"), (0x0a, "n"), (0x0d, "r"), (0x09, "t"), (0x22, "\""), (0x5c, "\\"),
    ]

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == backslash
    }

    private static func escape(of byte: UInt8) -> [UInt8] {
        if let (_, letter) = letters.first(where: { $0.byte == byte }) {
            return [backslash, UInt8(ascii: letter)]
        }
        let digits = String(byte, radix: 16)
        return Array("\\u00".utf8) + (digits.utf8.count == 1 ? [UInt8(ascii: "0")] : []) + digits.utf8
    }

    /// Removes the rest of an escape and returns its scalar.
    private static func takeEscaped(from rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar {
        let letter = rest.popFirst() ?? "\\"
        guard letter == "u" else {
            return letters.first { $0.letter == letter }.map { Unicode.Scalar($0.byte) } ?? letter
        }
        let unit = takeUnit(from: &rest)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // The first half of a character beyond the 65,536 of four digits.
        rest = rest.dropFirst("\\u".count)
        let low = takeUnit(from: &rest)
        return Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low & 0x3ff)) ?? "\u{fffd}"
    }

    private static func takeUnit(from rest: inout Substring.UnicodeScalarView) -> UInt32 {
        defer { rest = rest.dropFirst(4) }
        return UInt32(String(rest.prefix(4)), radix: 16) ?? 0xfffd
    }
}
