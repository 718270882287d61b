import DjetJSON
import DjetModel

// A form that shows all that is known of something, and sends all of it back.

extension JSONTree {
    /// Returns the fields of a form that shows the value.
    func entries(at path: String = "") -> [FormEntry] {
        switch self {
        case .object(let members):
            members.flatMap { $0.value.entries(at: path.isEmpty ? $0.name : "\(path).\($0.name)") }
        case .array(let elements):
            elements.enumerated().flatMap { $1.entries(at: "\(path)[\($0)]") }
        case .string: [(path, text ?? "")]
        case .word(let word): word == "null" ? [] : [(path, word)]
        }
    }
}

extension Schema {
    /// Returns the arguments that such a form means: `clear` names what was left empty, and a list without
    /// rows is empty.
    func clearing(_ tree: JSONTree) -> JSONTree {
        guard case .object(let members) = tree, case .array(let element)? = self["clear"]?.schema.unwrapped,
            case .string(let text) = element.unwrapped
        else { return tree }
        let kept = members.filter { $0.value != .null && $0.name != "clear" }
        let said = Set(kept.map(\.name))
        let lists = fields.filter { $0.name != "clear" && !said.contains($0.name) && $0.isList }
        let clear = text.choices.filter { !said.contains($0) }.map { JSONTree.text($0) }
        return .object(
            kept + lists.map { .init(name: $0.name, value: .array([])) }
                + [.init(name: "clear", value: .array(clear))])
    }

    /// Returns the shape without some fields, which are named by their paths: `lines.undoesLine`.
    func without(_ names: Set<String>, at path: String = "") -> Schema {
        switch self {
        case .object(let fields):
            .object(
                fields.filter { !names.contains(path + $0.name) }.map { field in
                    Field(
                        field.name, field.schema.without(names, at: "\(path)\(field.name)."),
                        isOptional: field.isOptional)
                })
        case .array(let element): .array(element.without(names, at: path))
        case .nullable(let schema): .nullable(schema.without(names, at: path))
        default: self
        }
    }
}

extension Schema.Field {
    fileprivate var isList: Bool {
        if case .array = schema.unwrapped { true } else { false }
    }
}
