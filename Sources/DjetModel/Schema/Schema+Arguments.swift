package import DjetStore

extension Schema {
    /// The arguments of a function as somebody from outside sent them, made ready to be decoded: their files are
    /// looked up in the store, and are those of the model's user alone.
    ///
    /// A file may be given by its number, as `7` or `{"file": 7}`; nothing else that is said of it counts.
    ///
    /// - Parameter job: a job whose files count as well, since the arguments are to be those of another one like it.
    /// - Throws: `FieldErrors`, which names the fields that are missing, unknown, of another type, come twice, or
    ///   are files that the user does not have.
    package func arguments(
        from tree: JSONTree, in model: Model, orOf job: TicketID? = nil
    ) async throws -> JSONTree {
        try check(tree)
        var named = NamedFiles()
        findFiles(in: tree, at: "", &named)
        guard !named.isEmpty else { return tree }
        let files = try await named.files(in: model, orOf: job)
        return withFiles(tree, files)
    }

    /// Notes the files that a value names.
    private func findFiles(in tree: JSONTree, at path: String, _ named: inout NamedFiles) {
        if isFile(tree) { return named.add(tree, at: path) }
        switch tree {
        case .array(let trees) where element.mayHaveFiles:
            for (place, tree) in trees.enumerated() {
                element.findFiles(in: tree, at: Self.path(path, place: place), &named)
            }
        case .object(let members) where mayHaveFiles:
            for member in members {
                part(member.name).findFiles(in: member.value, at: Self.path(path, member.name), &named)
            }
        default: break
        }
    }

    /// The value with all that the store knows of the files in it.
    private func withFiles(_ tree: JSONTree, _ files: [Int64: File]) -> JSONTree {
        if isFile(tree) { return NamedFiles.number(of: tree).flatMap { files[$0]?.tree } ?? tree }
        switch tree {
        case .array(let trees) where element.mayHaveFiles:
            return .array(trees.map { element.withFiles($0, files) })
        case .object(let members) where mayHaveFiles:
            return .object(
                members.map { .init(name: $0.name, value: part($0.name).withFiles($0.value, files)) })
        default: return tree
        }
    }

    /// Whether a value stands for a file here. What nobody knows before it is decoded is one if it could be decoded so.
    private func isFile(_ tree: JSONTree) -> Bool {
        switch (unwrapped, tree) {
        case (.file, _): tree != .word("null")
        case (.any, .object(let members)): Self.canBeFile(members)
        default: false
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
