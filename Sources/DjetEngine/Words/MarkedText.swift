/// The texts of a template that are marked to be translated: `{{#t}}Sign in{{/t}}`.
///
/// A text may hold tags: `{{#t}}Job {{number}} is new{{/t}}`. One with a sign ` | ` has two forms, for one
/// and for all other amounts; its first tag is the amount: `{{count}} job | {{count}} jobs`.
enum MarkedText {
    private static let begin = "{{#t}}"
    private static let end = "{{/t}}"
    /// The sign between the form for one and the form for all other amounts.
    static let forms = " | "

    /// Returns the marked texts of a template, in their order.
    static func keys(in template: String) -> [String] {
        var keys: [String] = []
        _ = replaced(template) { key in
            keys.append(key)
            return key
        }
        return keys
    }

    /// Returns a template in a language, without the marks. A text that its catalog lacks stays English.
    static func translated(_ template: String, by words: Words) -> String {
        replaced(template) { chosen(words.translation(ofMarked: $0) ?? $0) }
    }

    private static func replaced(_ template: String, _ text: (String) -> String) -> String {
        var (written, rest) = ("", template[...])
        while let start = rest.firstRange(of: begin), let stop = rest[start.upperBound...].firstRange(of: end)
        {
            written += rest[..<start.lowerBound]
            written += text(String(rest[start.upperBound..<stop.lowerBound]))
            rest = rest[stop.upperBound...]
        }
        return written + rest
    }

    /// Returns a text with two forms as sections, of which the amount chooses one.
    private static func chosen(_ text: String) -> String {
        let parts = text.split(separator: forms, maxSplits: 1).map(String.init)
        guard parts.count == 2, let amount = amount(in: parts[1]) else { return text }
        let choice = "one(\(amount))"
        return "{{#\(choice)}}\(parts[0]){{/\(choice)}}{{^\(choice)}}\(parts[1]){{/\(choice)}}"
    }

    /// Returns the name in the first tag of a text: `lines` of `{{number(lines)}}`.
    private static func amount(in text: String) -> String? {
        guard let start = text.firstRange(of: "{{"), let stop = text.firstRange(of: "}}") else { return nil }
        let name = text[start.upperBound..<stop.lowerBound]
        let prefix = "number("
        return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count).dropLast()) : String(name)
    }
}
