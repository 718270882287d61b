/// A number as people type it: all of its digits stay as they are, and only what JSON does not know is put right: `+5`,
/// `007`, `.5`, `5.`. Read by hand, in one pass.
struct FormNumber {
    /// As JSON writes it.
    let json: String

    /// Longer than any number that somebody means.
    private static let longest = 400

    /// Nil if it is none.
    init?(_ text: String) {
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

    /// `e-3`; empty if there is none, nil if it is broken or has more than three digits.
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
