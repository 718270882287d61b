/// The value of a header field with its parameters: `form-data; name="file"; filename*=UTF-8''%e2%82%ac.csv`.
///
/// It is read byte by byte: a form may have megabytes of headers.
struct HeaderParameters: Sendable {
    /// The most parameters. A part of a form has up to three.
    private static let most = 16

    /// The text before the parameters, in lower case.
    let value: String
    private var parameters: [String: String] = [:]

    /// Parses a value. Throws `MultipartError` if a quotation is not closed, a parameter comes twice, or
    /// there are too many.
    init(_ text: String) throws(MultipartError) {
        var rest = Substring(text).utf8
        value = Self.word(from: &rest) { $0 != Self.semicolon }.lowercased()
        var count = 0
        while rest.popFirst() == Self.semicolon {
            count += 1
            guard count <= Self.most else {
                throw .malformed("a header has more than \(Self.most) parameters")
            }
            let name = Self.word(from: &rest) { $0 != Self.equals && $0 != Self.semicolon }.lowercased()
            guard rest.first == Self.equals else { continue }
            rest.removeFirst()
            let value = try Self.parameter(from: &rest)
            guard parameters.updateValue(value, forKey: name) == nil else {
                throw .malformed("the parameter \(name) is given twice")
            }
        }
    }

    /// Returns a parameter. The form `name*` of RFC 8187 goes before `name`.
    subscript(name: String) -> String? {
        parameters["\(name)*"].flatMap(Self.extended) ?? parameters[name]
    }

    private static let semicolon = UInt8(ascii: ";")
    private static let equals = UInt8(ascii: "=")
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let percent = UInt8(ascii: "%")

    /// Takes bytes off the front, and returns them without the blanks around them.
    private static func word(
        from rest: inout Substring.UTF8View, while isPart: (UInt8) -> Bool
    ) -> String {
        var word = rest.prefix(while: isPart)
        rest = rest[word.endIndex...]
        word = word.drop(while: isBlank)
        while let last = word.last, isBlank(last) { word.removeLast() }
        return String(Substring(word))
    }

    private static func parameter(from rest: inout Substring.UTF8View) throws(MultipartError) -> String {
        rest = rest.drop(while: isBlank)
        guard rest.first == quote else { return word(from: &rest) { $0 != semicolon } }
        rest.removeFirst()
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case quote:
                rest = rest.drop { $0 != semicolon }
                return String(decoding: bytes, as: UTF8.self)
            case backslash where escapes(rest): bytes.append(rest.removeFirst())
            case percent: bytes.append(unescaped(&rest) ?? byte)
            default: bytes.append(byte)
            }
        }
        throw .malformed("a quoted string in a header is not closed")
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    /// Returns true if a backslash before `rest` escapes its first character.
    ///
    /// Some clients escape with a backslash; browsers send it as it is, perhaps as the last character of a
    /// name. No other quotation mark follows then.
    private static func escapes(_ rest: Substring.UTF8View) -> Bool {
        rest.first == backslash || rest.first == quote && rest.dropFirst().contains(quote)
    }

    /// Takes the digits of one of the three percent escapes that browsers write, and returns its byte; nil if
    /// it is none of them.
    private static func unescaped(_ rest: inout Substring.UTF8View) -> UInt8? {
        for (digits, byte) in browserEscapes where rest.starts(with: digits.utf8) {
            rest = rest.dropFirst(2)
            return byte
        }
        return nil
    }

    private static let browserEscapes: [(digits: String, byte: UInt8)] = [
        ("22", quote), ("0D", 0x0D), ("0A", 0x0A),
    ]

    /// Returns `€` for `UTF-8''%e2%82%ac`; nil for any other form.
    private static func extended(_ text: String) -> String? {
        let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
        var bytes: [UInt8] = []
        var rest = parts[2].utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let code = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
