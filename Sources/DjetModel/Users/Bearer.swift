/// A program that calls with somebody's API token.
public struct Bearer: Codable, Hashable, Sendable {
    /// The number of the token.
    public var id: Int64
    /// The user who owns the token.
    public var user: User
    /// The most rights of the token. It has those that are also the user's.
    public var rights: Set<Right>
    /// The only branch that it may reach; nil for the whole tree.
    public var below: String?

    /// Creates the bearer of a token.
    public init(id: Int64, user: User, rights: Set<Right>, below: String? = nil) {
        self.id = id
        self.user = user
        self.rights = rights
        self.below = below
    }

    /// Returns true if its branch contains a path, which must be free of `.` and `..`.
    public func reaches(_ path: String) -> Bool {
        Self.reaches(path, below)
    }

    /// Returns the part of the user's rights at a path that the token leaves.
    public func limit(_ rights: Set<Right>, at path: String) -> Set<Right> {
        Self.limit(rights, to: self.rights, below: below, at: path)
    }

    /// Returns the part of a user's rights at a path that a token of these limits leaves.
    package static func limit(
        _ rights: Set<Right>, to most: Set<Right>, below: String?, at path: String
    ) -> Set<Right> {
        reaches(path, below) ? rights.intersection(most) : []
    }

    private static func reaches(_ path: String, _ below: String?) -> Bool {
        guard let below, below != "/" else { return true }
        return path == below || path.hasPrefix(below + "/")
    }
}
