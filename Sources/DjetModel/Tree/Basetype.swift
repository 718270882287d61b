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
    /// The right at the root that it takes, besides `manage` at the branch, to add a node of it: who manages a branch
    /// must not show there what they may not see elsewhere. `manage` unless told otherwise; nil if its nodes show
    /// nothing but what they hold themselves, and what their functions do.
    public var exposedBy: Right?

    /// A basetype.
    public init(
        _ name: String, title: String, isSingleton: Bool = false, isRequired: Bool = false,
        columns: [Column] = [], exposedBy: Right? = .manage
    ) {
        self.name = name
        self.title = title
        self.isSingleton = isSingleton
        self.isRequired = isRequired
        self.columns = columns
        self.exposedBy = exposedBy
    }

    /// The column of a name.
    public func column(_ name: String) -> Column? {
        columns.first { $0.name == name }
    }

    private enum CodingKeys: String, CodingKey {
        case name, title, columns, exposedBy
        case isSingleton = "singleton"
        case isRequired = "required"
    }

    /// Writes it down. That nothing is needed to expose it is said, too: who says nothing of it means `manage`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(title, forKey: .title)
        try container.encode(isSingleton, forKey: .isSingleton)
        try container.encode(isRequired, forKey: .isRequired)
        try container.encode(columns, forKey: .columns)
        try container.encode(exposedBy, forKey: .exposedBy)
    }
}
