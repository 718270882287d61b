/// The value of a header field with its parameters: `form-data; name="file"; filename*=UTF-8''%e2%82%ac.csv`.
struct HeaderParameters: Sendable {
    /// The text before the parameters, in lower case.
    let value: String
    private var parameters: [String: String] = [:]

    /// Parses a value. Throws `MultipartError` if a quotation is not closed or a parameter comes twice.
    init(_ text: String) throws(MultipartError) {
        var rest = Substring(text)
        value = Self.take(from: &rest) { $0 != ";" }.trimmed.lowercased()
        while rest.popFirst() == ";" {
            let name = Self.take(from: &rest) { $0 != "=" && $0 != ";" }.trimmed.lowercased()
            guard rest.first == "=" else { continue }
            rest.removeFirst()
            rest = rest.drop { $0 == " " || $0 == "\t" }
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

    private static func take(from rest: inout Substring, while isPart: (Character) -> Bool) -> Substring {
        let part = rest.prefix(while: isPart)
        rest = rest.dropFirst(part.count)
        return part
    }

    private static func parameter(from rest: inout Substring) throws(MultipartError) -> String {
        guard rest.first == "\"" else { return String(take(from: &rest) { $0 != ";" }.trimmed) }
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                rest = rest.drop { $0 != ";" }
                return unescaped(text)
            case "\\" where escapes(rest): text.append(rest.removeFirst())
            default: text.append(character)
            }
        }
        throw .malformed("a quoted string in a header is not closed")
    }

    /// Returns true if a backslash before `rest` escapes its first character.
    ///
    /// Some clients escape with a backslash; browsers send it as it is, perhaps as the last character of a
    /// name. No other quotation mark follows then.
    private static func escapes(_ rest: Substring) -> Bool {
        rest.first == "\\" || rest.first == "\"" && rest.dropFirst().contains("\"")
    }

    /// Returns the text without the three percent escapes that browsers write; they write no others.
    private static func unescaped(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

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

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
