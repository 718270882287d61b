extension JSONTree {
    /// The JSON on one line, without blanks.
    package var compact: String {
        var text = ""
        write(to: &text)
        return text
    }

    /// Returns the JSON with one member or element a line.
    package func pretty() -> String {
        var text = ""
        write(to: &text, indentedBy: 0)
        return text
    }

    /// Writes the JSON; on one line if `depth` is nil.
    private func write(to text: inout String, indentedBy depth: Int? = nil) {
        switch self {
        case .object(let members):
            Self.write(members, "{", "}", to: &text, depth) { text, member, inner in
                text += "\""
                text += JSONTree.escaped(member.name)
                text += inner == nil ? "\":" : "\": "
                member.value.write(to: &text, indentedBy: inner)
            }
        case .array(let elements):
            Self.write(elements, "[", "]", to: &text, depth) { text, element, inner in
                element.write(to: &text, indentedBy: inner)
            }
        case .string(let written):
            text += "\""
            text += written
            text += "\""
        case .word(let word): text += word
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ open: String, _ close: String, to text: inout String, _ depth: Int?,
        _ write: (inout String, Part, Int?) -> Void
    ) {
        let depth = parts.isEmpty ? nil : depth
        let inner = depth.map { $0 + 1 }
        text += open
        for (position, part) in parts.enumerated() {
            if position > 0 { text += "," }
            newLine(in: &text, inner)
            write(&text, part, inner)
        }
        newLine(in: &text, depth)
        text += close
    }

    /// The deepest indentation: beyond it, the blanks would be many times the value.
    private static let deepestIndent = 16

    private static func newLine(in text: inout String, _ depth: Int?) {
        guard let depth else { return }
        text += "\n" + String(repeating: "  ", count: min(depth, deepestIndent))
    }
}
