/// A node to be made.
public struct NodeSeed: Sendable, Hashable, Codable {
    /// Where: its parent must exist.
    public var path: String
    /// The name of a basetype that has been declared.
    public var basetype: String
    /// What people read.
    public var title: String
    /// Its place among its siblings; nil is behind them.
    public var position: Int?
    /// Whether menus show it.
    public var inMenu: Bool
    /// What its basetype's columns hold.
    public var columns: [String: JSONValue]
    /// The rules at it: which role may do what, there and below.
    public var access: [String: Set<Right>]
    /// Where it sends its visitors instead of answering.
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
