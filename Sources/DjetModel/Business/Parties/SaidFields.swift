import DjetJSON

/// The fields that a function sets, as JSON for SQL: those that were said, and null for those to be cleared.
enum SaidFields {
    /// Returns the arguments of a function as a JSON object, with the meaning of their texts.
    ///
    /// - Parameters:
    ///   - function: the function; its argument `clear` names fields, and is left out.
    ///   - prose: the names of the fields that people read.
    /// - Throws: ``ModelError/invalid(_:)`` for a text that has no meaning, or a field that is both said and
    ///   cleared.
    static func text(of function: some Encodable, prose: Set<String> = []) throws -> String {
        guard case .object(let members) = try JSON.tree(of: function) else { return "{}" }
        let cleared = members.first { $0.name == "clear" }?.value.children.compactMap(\.text) ?? []
        var fields = try members.filter { $0.name != "clear" && $0.value != .null }.map { member in
            guard !cleared.contains(member.name) else {
                throw ModelError.invalid("\(member.name): is given, and named in clear as well")
            }
            return JSONTree.Member(
                name: member.name,
                value: try meant(member.value, member.name, prose.contains(member.name) ? .prose : .code))
        }
        fields += Set(cleared).sorted().map { .init(name: $0, value: .null) }
        return JSONTree.object(fields).compact
    }

    /// Returns a value with the meaning of the texts in it.
    private static func meant(_ tree: JSONTree, _ name: String, _ use: PlainText.Use) throws -> JSONTree {
        switch tree {
        case .string: .text(try PlainText.argument(tree.text ?? "", as: name, use))
        case .word: tree
        case .array(let elements):
            .array(try elements.enumerated().map { try meant($1, "\(name)[\($0)]", use) })
        case .object(let members):
            .object(
                try members.map {
                    .init(name: $0.name, value: try meant($0.value, "\(name).\($0.name)", use))
                })
        }
    }
}
