package import DjetStore

extension Schema {
    /// The fields that no function would read, such as `lines[0].colour`; those that come twice, too. Empty where the
    /// shape does not say.
    package func unknownFields(in tree: JSONTree, at path: String = "") -> [String] {
        switch (unwrapped, tree) {
        case (.object(let fields), .object(let members)):
            return unknown(members, fields, at: path)
        case (.file, .object(let members)):
            let names: Set<String> = ["file", "mimeType", "name", "size"]
            return members.map(\.name).filter { !names.contains($0) }
                .map { Self.path(path, $0) }
        case (.array(let element), .array(let trees)):
            return trees.enumerated().flatMap { element.unknownFields(in: $1, at: "\(path)[\($0)]") }
        case (.dictionary(let value), .object(let members)):
            return members.flatMap { value.unknownFields(in: $0.value, at: Self.path(path, $0.name)) }
        default: return []
        }
    }

    private func unknown(_ members: [JSONTree.Member], _ fields: [Field], at path: String) -> [String] {
        var rest = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
        return members.flatMap { member in
            let path = Self.path(path, member.name)
            guard let field = rest.removeValue(forKey: member.name) else { return [path] }
            return field.schema.unknownFields(in: member.value, at: path)
        }
    }

    /// The path of a field within another: `lines[0].product`.
    static func path(_ outer: String, _ name: String) -> String {
        outer.isEmpty ? name : "\(outer).\(name)"
    }
}
