/// A role as the tables have it.
public struct RoleRecord: Codable, Hashable, Sendable {
    /// The name that access rules and grants use.
    public var name: String
    /// What is shown.
    public var title: String
    /// Whether whoever has it needs a second factor.
    public var needsSecondFactor: Bool
    /// How many users it was granted to; 0 for those that everybody has.
    public var grants: Int
}
