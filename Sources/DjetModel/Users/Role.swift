/// The roles that always exist.
public enum Role {
    /// Everybody, signed in or not. Its rules may give only `view` and `use`.
    public static let everyone = "everyone"
    /// Everybody who has signed in.
    public static let users = "users"
    /// The people who run the place. Its rules always keep `view` and `manage`, so that nobody locks
    /// themselves out.
    public static let administrator = "administrator"
    /// The people who look after the jobs.
    public static let `operator` = "operator"
}

/// A role.
public struct RoleRecord: Codable, Hashable, Sendable {
    /// The name in access rules and grants.
    public var name: String
    /// The title for people.
    public var title: String
    /// True if its members need a second factor.
    public var needsSecondFactor: Bool
    /// The number of users it was granted to; 0 for roles that everybody has.
    public var grants: Int
}
