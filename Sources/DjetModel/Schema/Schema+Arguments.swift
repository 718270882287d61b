package import DjetJSON

extension Schema {
    /// Checks a function's arguments from outside and makes them ready to be decoded.
    ///
    /// Their files are looked up in the store, and only those of the model's user count. A file may be given
    /// by its number, as `7` or `{"file": 7}`; its other fields are ignored.
    ///
    /// - Parameter job: a job whose files count as well, since the arguments are for another job like it.
    /// - Throws: `FieldErrors`, which names the fields that are missing, unknown, of another type or
    ///   repeated, and the files that the user does not have.
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

    /// Returns the value with the stored fields of its files.
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

    /// True if a value stands for a file here. A value of unknown shape does if it could be decoded as one.
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

    /// The schema of a list's elements.
    private var element: Schema {
        if case .array(let element) = unwrapped { element } else { .any }
    }

    /// Returns the schema of an object's part.
    package func part(_ name: String) -> Schema {
        if case .dictionary(let value) = unwrapped { return value }
        return unwrapped[name]?.schema ?? .any
    }

    /// True if it contains a file.
    package var hasFiles: Bool { holds(.file) }

    /// True if it may contain a file, as far as is known.
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
