/// PostgreSQL's text form of a one-dimensional array: `{1,2,"a \"b\"",NULL}`.
enum ArrayLiteral {
    static func text(of elements: [Parameter]) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(element, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ element: Parameter, to bytes: inout [UInt8]) {
        switch element {
        case .null: bytes.append(contentsOf: "NULL".utf8)
        case .text(let text): appendQuoted(text.utf8, to: &bytes)
        case .bytes(let value): appendQuoted(Hex.text(of: value).utf8, to: &bytes)
        }
    }

    private static func appendQuoted(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Returns the elements of a literal, null as nil; nil if the text is not such a literal.
    static func elements(of text: Substring) -> [String?]? {
        guard text.first == "{", text.last == "}" else { return nil }
        var elements: [String?] = []
        var current: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var isEscaped = false
        func end() {
            let element = String(decoding: current, as: UTF8.self)
            elements.append(!wasQuoted && element == "NULL" ? nil : element)
            current.removeAll(keepingCapacity: true)
            wasQuoted = false
        }
        let inside = text.dropFirst().dropLast()
        for byte in inside.utf8 {
            switch byte {
            case _ where isEscaped:
                current.append(byte)
                isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                wasQuoted = true
            case UInt8(ascii: ",") where !isQuoted: end()
            // A nested array: braces in texts are always quoted.
            case UInt8(ascii: "{") where !isQuoted: return nil
            default: current.append(byte)
            }
        }
        if !inside.isEmpty { end() }
        return elements
    }
}
