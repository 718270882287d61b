/// What a node is: it says which engine answers there, and which columns the node has.
public struct Basetype: Codable, Sendable, Hashable {
    /// Its name, such as `page`.
    public var name: String
    /// What people read.
    public var title: String
    /// Whether exactly one node of it may exist.
    public var isSingleton: Bool
    /// Whether its last node cannot be removed, only moved.
    public var isRequired: Bool
    /// The columns of its nodes.
    public var columns: [Column]

    /// A basetype.
    public init(
        _ name: String, title: String, isSingleton: Bool = false, isRequired: Bool = false,
        columns: [Column] = []
    ) {
        self.name = name
        self.title = title
        self.isSingleton = isSingleton
        self.isRequired = isRequired
        self.columns = columns
    }

    /// The column of a name.
    public func column(_ name: String) -> Column? {
        columns.first { $0.name == name }
    }

    private enum CodingKeys: String, CodingKey {
        case name, title, columns
        case isSingleton = "singleton"
        case isRequired = "required"
    }
}
