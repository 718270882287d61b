public import DjetJSON

/// A node to be made.
public struct NodeSeed: Sendable, Hashable, Codable {
    /// The path. Its parent must exist.
    public var path: String
    /// The name of a declared basetype.
    public var basetype: String
    /// The title for people.
    public var title: String
    /// The place among its siblings; nil puts it last.
    public var position: Int?
    /// True if menus show it.
    public var inMenu: Bool
    /// The values of its basetype's columns.
    public var columns: [String: JSONValue]
    /// The rules at it: the rights of each role, there and below.
    public var access: [String: Set<Right>]
    /// The redirect that it answers with; nil if it answers itself.
    public var redirect: Redirect?

    /// A node to be made.
    public init(
        _ path: String, _ basetype: String, title: String, position: Int? = nil, inMenu: Bool = true,
        columns: [String: JSONValue] = [:], access: [String: Set<Right>] = [:], redirect: Redirect? = nil
    ) {
        self.path = path
        self.basetype = basetype
        self.title = title
        self.position = position
        self.inMenu = inMenu
        self.columns = columns
        self.access = access
        self.redirect = redirect
    }

    enum CodingKeys: String, CodingKey {
        case path, basetype, title, position, inMenu, columns, access, redirect
    }
}

extension NodeSeed {
    /// Reads a seed. Only path, basetype and title are required.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        path = try container.decode(String.self, forKey: .path)
        basetype = try container.decode(String.self, forKey: .basetype)
        title = try container.decode(String.self, forKey: .title)
        position = try container.decodeIfPresent(Int.self, forKey: .position)
        inMenu = try container.decodeIfPresent(Bool.self, forKey: .inMenu) ?? true
        columns = try container.decodeIfPresent([String: JSONValue].self, forKey: .columns) ?? [:]
        access = try container.decodeIfPresent([String: Set<Right>].self, forKey: .access) ?? [:]
        redirect = try container.decodeIfPresent(Redirect.self, forKey: .redirect)
    }
}
