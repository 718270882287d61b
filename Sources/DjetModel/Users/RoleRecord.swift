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
