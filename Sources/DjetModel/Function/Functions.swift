/// The model functions of a program, by name, for jobs and commands.
public struct Functions: Sendable {
    private var types: [String: any ModelFunction.Type] = [:]

    /// Creates the set of these functions. The later of two with one name wins.
    public init(_ types: [any ModelFunction.Type] = []) {
        for type in types { self.types[type.name] = type }
    }

    /// The names in alphabetical order.
    public var names: [String] { types.keys.sorted() }

    /// Returns the function of a name; nil if there is none.
    public subscript(name: String) -> (any ModelFunction.Type)? { types[name] }
}
