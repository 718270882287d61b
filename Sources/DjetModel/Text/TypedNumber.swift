/// A number as people type it. All of its digits stay; only forms that JSON lacks are corrected: `+5`, `007`,
/// `.5`, `5.`. It is parsed in one pass.
package struct TypedNumber {
    /// The number as JSON.
    package let json: String

    /// The most bytes of a number, more than anybody means.
    private static let longest = 400

    /// Parses a number. Nil for any other text.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = Self.digits(&rest)
        let part = Self.take(".", &rest) ? Self.digits(&rest) : ""
        guard !whole.isEmpty || !part.isEmpty, let power = Self.power(&rest), rest.isEmpty else { return nil }
        let shown = whole.drop { $0 == "0" }
        json =
            (isNegative ? "-" : "") + (shown.isEmpty ? "0" : shown) + (part.isEmpty ? "" : ".\(part)") + power
    }

    /// Returns the two readings of a number whose only sign may stand before decimals or group digits, such
    /// as `1.000`; nil for any other text. Three decimals are written with a zero behind them, since three
    /// could be a group of digits again.
    package static func readings(of text: String) -> (decimals: String, group: String)? {
        guard text.utf8.count <= longest else { return nil }
        var rest = text.utf8[...]
        let isNegative = take("-", &rest)
        if !isNegative { _ = take("+", &rest) }
        let whole = digits(&rest)
        guard (1...3).contains(whole.count), whole.first != "0", take(".", &rest) || take(",", &rest) else {
            return nil
        }
        let part = digits(&rest)
        guard part.count == 3, rest.isEmpty else { return nil }
        var shown = part
        while shown.last == "0" { shown.removeLast() }
        let decimals = shown.isEmpty ? "" : "." + shown + (shown.count == 3 ? "0" : "")
        let start = (isNegative ? "-" : "") + whole
        return (start + decimals, start + part)
    }

    /// Returns an exponent such as `e-3`; empty if there is none, nil if it is malformed or has more than
    /// three digits.
    private static func power(_ rest: inout Substring.UTF8View) -> String? {
        guard take("e", &rest) || take("E", &rest) else { return "" }
        let isNegative = take("-", &rest)
        if !isNegative { _ = take("+", &rest) }
        let digits = digits(&rest)
        return (1...3).contains(digits.count) ? (isNegative ? "e-" : "e") + digits : nil
    }

    private static func digits(_ rest: inout Substring.UTF8View) -> String {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return String(digits) ?? ""
    }

    private static func take(_ scalar: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
        guard rest.first == UInt8(ascii: scalar) else { return false }
        rest.removeFirst()
        return true
    }
}
