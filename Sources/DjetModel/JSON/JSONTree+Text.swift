extension JSONTree {
    /// On one line, without blanks.
    package var compact: String {
        switch self {
        case .object(let members):
            "{" + members.map { "\"\($0.name)\":\($0.value.compact)" }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(\.compact).joined(separator: ",") + "]"
        case .string(let text): "\"\(text)\""
        case .word(let text): text
        }
    }

    /// A member or an element a line.
    package func pretty(indentedBy depth: Int = 0) -> String {
        switch self {
        case .object(let members) where !members.isEmpty:
            Self.block(
                "{", members.map { "\"\($0.name)\": " + $0.value.pretty(indentedBy: depth + 1) }, "}", depth)
        case .array(let elements) where !elements.isEmpty:
            Self.block("[", elements.map { $0.pretty(indentedBy: depth + 1) }, "]", depth)
        case .object, .array, .string, .word: compact
        }
    }

    private static func block(_ open: String, _ lines: [String], _ close: String, _ depth: Int) -> String {
        let margin = String(repeating: "  ", count: depth)
        return "\(open)\n" + lines.map { "\(margin)  \($0)" }.joined(separator: ",\n") + "\n\(margin)\(close)"
    }
}
