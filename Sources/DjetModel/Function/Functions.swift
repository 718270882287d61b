/// The model functions that a program knows by name, so that a job or a command can name them.
public struct Functions: Sendable {
    private var types: [String: any ModelFunction.Type] = [:]

    /// These functions. Of two with one name, the later counts.
    public init(_ types: [any ModelFunction.Type] = []) {
        for type in types { self.types[type.name] = type }
    }

    /// Their names, in order.
    public var names: [String] { types.keys.sorted() }

    /// The function of a name.
    public subscript(name: String) -> (any ModelFunction.Type)? { types[name] }

    /// The function of a name. Throws `ModelError.notFound`, which names what there is.
    public func require(_ name: String) throws -> any ModelFunction.Type {
        if let type = types[name] { return type }
        throw ModelError.notFound(
            "there is no function “\(name)”; there are: \(names.isEmpty ? "none" : names.joined(separator: ", "))"
        )
    }
}
