/// A typed property that every node of a basetype has.
public struct Column: Codable, Sendable, Hashable {
    /// The type of a column's values.
    public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        /// A text on one line.
        case text
        /// A text of several lines.
        case longtext
        /// A number.
        case number
        /// True or false.
        case boolean
        /// The name of a model function.
        case function
        /// The name of a queue.
        case queue
        /// The path of a node.
        case path
    }

    /// The name under which it is stored.
    public var name: String
    /// The title for people.
    public var title: String
    /// The type of its values.
    public var type: Kind
    /// True if a node must have it.
    public var isRequired: Bool

    /// Creates a column.
    public init(_ name: String, title: String, _ type: Kind = .text, isRequired: Bool = false) {
        self.name = name
        self.title = title
        self.type = type
        self.isRequired = isRequired
    }

    private enum CodingKeys: String, CodingKey {
        case name, title, type
        case isRequired = "required"
    }
}
