/// Somebody who can sign in.
public struct User: Codable, Hashable, Sendable {
    /// The number in the tables.
    public var id: Int64
    /// The name that they sign in with. It never changes: jobs and audit entries refer to it.
    public var name: String
    /// The name that is shown.
    public var fullName: String
    /// All roles: the granted ones, and `everyone` and `users`, which everybody signed in has.
    public var roles: Set<String>
    /// The tenants to which they are confined: they see the jobs of these alone, and what they offload runs
    /// on behalf of the first. Empty if they are confined to none.
    public var tenants: [String]
    /// The language of their pages, such as `da`; nil for that which their browser asks for.
    public var language: String?

    /// Creates a user.
    public init(
        id: Int64, name: String, fullName: String, roles: Set<String>, tenants: [String] = [],
        language: String? = nil
    ) {
        self.id = id
        self.name = name
        self.fullName = fullName
        self.roles = roles
        self.tenants = tenants
        self.language = language
    }

    /// The roles that were granted.
    public var grantedRoles: Set<String> { roles.subtracting([Role.everyone, Role.users]) }

    /// True if they have the role `administrator`.
    public var isAdministrator: Bool { roles.contains(Role.administrator) }
}
