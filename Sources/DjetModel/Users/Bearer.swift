/// A program that came with somebody's API token.
public struct Bearer: Codable, Hashable, Sendable {
    /// The number of the token.
    public var id: Int64
    /// Whose token it is.
    public var user: User
    /// What it may do at the most: its rights are those of the user that are among these.
    public var scopes: Set<Right>
    /// The branch that it may reach at the most; nil is the whole tree.
    public var below: String?

    /// A token, as the tables have it.
    public init(id: Int64, user: User, scopes: Set<Right>, below: String? = nil) {
        self.id = id
        self.user = user
        self.scopes = scopes
        self.below = below
    }

    /// Whether its branch contains a path, which must be free of `.` and `..`.
    public func reaches(_ path: String) -> Bool {
        Self.reaches(path, below)
    }

    /// What is left of the user's rights at a path.
    public func limit(_ rights: Set<Right>, at path: String) -> Set<Right> {
        Self.limit(rights, to: scopes, below: below, at: path)
    }

    /// What a token of these limits leaves of its user's rights at a path.
    package static func limit(
        _ rights: Set<Right>, to scopes: Set<Right>, below: String?, at path: String
    ) -> Set<Right> {
        reaches(path, below) ? rights.intersection(scopes) : []
    }

    private static func reaches(_ path: String, _ below: String?) -> Bool {
        guard let below, below != "/" else { return true }
        return path == below || path.hasPrefix(below + "/")
    }
}
