package import DjetStore

extension Schema {
    /// The arguments of a function as somebody from outside sent them, made ready to be decoded: their files are
    /// looked up in the store, and are those of the model's user alone.
    ///
    /// A file may be given by its number, as `7` or `{"file": 7}`; nothing else that is said of it counts.
    ///
    /// - Throws: `FieldErrors`, which names each field that is missing, unknown, of another type, comes twice, or
    ///   is a file that the user does not have.
    package func arguments(from tree: JSONTree, in model: Model) async throws -> JSONTree {
        let errors = faults(in: tree)
        guard errors.isEmpty else { throw FieldErrors(errors) }
        return try await withFiles(tree, at: "", in: model)
    }

    private func withFiles(_ tree: JSONTree, at path: String, in model: Model) async throws -> JSONTree {
        switch (unwrapped, tree) {
        case (.file, _) where tree != .word("null"): return try await file(tree, at: path, in: model).tree
        // What nobody knows before it is decoded: whatever could be decoded as a file is looked up, too.
        case (.any, .object(let members)) where Self.canBeFile(members):
            return try await file(tree, at: path, in: model).tree
        case (_, .array(let trees)) where element.mayHaveFiles:
            var found: [JSONTree] = []
            for (index, tree) in trees.enumerated() {
                found.append(try await element.withFiles(tree, at: "\(path)[\(index)]", in: model))
            }
            return .array(found)
        case (.object, .object(let members)), (.dictionary, .object(let members)),
            (.any, .object(let members)):
            var found: [JSONTree.Member] = []
            for member in members {
                let value = try await part(member.name).withFiles(
                    member.value, at: Self.path(path, member.name), in: model)
                found.append(.init(name: member.name, value: value))
            }
            return .object(found)
        default: return tree
        }
    }

    private func file(_ tree: JSONTree, at path: String, in model: Model) async throws -> File {
        guard case .word(let word) = tree["file"] ?? tree, let id = Int64(word) else {
            throw FieldErrors([.init(path, "is not the number of a file")])
        }
        do {
            return try await model.ownFile(id)
        } catch ModelError.notFound {
            throw FieldErrors([.init(path, "is not a file of yours: \(id)")])
        }
    }

    private static func canBeFile(_ members: [JSONTree.Member]) -> Bool {
        members.contains { member in
            guard case .word = member.value else { return false }
            return member.name == "file"
        } && Set(members.map(\.name)).isSuperset(of: ["name", "mimeType", "size"])
    }

    /// The shape of what is in a list.
    private var element: Schema {
        if case .array(let element) = unwrapped { element } else { .any }
    }

    /// The shape of a part of an object.
    package func part(_ name: String) -> Schema {
        if case .dictionary(let value) = unwrapped { return value }
        return unwrapped[name]?.schema ?? .any
    }

    /// Whether there are files anywhere in it.
    package var hasFiles: Bool { holds(.file) }

    /// Whether there can be files anywhere in it, for all that is known.
    private var mayHaveFiles: Bool { hasFiles || holds(.any) }

    private func holds(_ schema: Schema) -> Bool {
        switch self {
        case schema: true
        case .array(let part), .dictionary(let part), .nullable(let part): part.holds(schema)
        case .object(let fields): fields.contains { $0.schema.holds(schema) }
        default: false
        }
    }
}
