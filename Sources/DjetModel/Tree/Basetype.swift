/// A kind of node: it tells which engine answers there, and which columns the node has.
public struct Basetype: Codable, Sendable, Hashable {
    /// The name, such as `page`.
    public var name: String
    /// The title for people.
    public var title: String
    /// True if only one node of it may exist.
    public var isSingleton: Bool
    /// True if its last node can be moved but not removed.
    public var isRequired: Bool
    /// The columns of its nodes.
    public var columns: [Column]
    /// The right at the root that adding a node of it takes, besides `manage` at the branch: the manager of a
    /// branch must not show there what they may not see elsewhere. `manage` by default; nil if its nodes show
    /// only their own content and the effects of their functions.
    public var exposedBy: Right?

    /// Creates a basetype.
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

    /// Returns the column of a name; nil if there is none.
    public func column(_ name: String) -> Column? {
        columns.first { $0.name == name }
    }

    private enum CodingKeys: String, CodingKey {
        case name, title, columns, exposedBy
        case isSingleton = "singleton"
        case isRequired = "required"
    }

    /// Writes all fields, a null `exposedBy` included: the database reads a missing one as `manage`.
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
