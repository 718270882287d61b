/// Somebody who can sign in.
public struct User: Codable, Hashable, Sendable {
    /// The number by which the tables know them.
    public var id: Int64
    /// The name with which they sign in. It never changes: jobs and audit entries know them by it.
    public var name: String
    /// The name that is shown.
    public var fullName: String
    /// All their roles: those that were granted, and `everyone` and `users`, which everybody signed in has.
    public var roles: Set<String>

    /// A user, as the tables have them.
    public init(id: Int64, name: String, fullName: String, roles: Set<String>) {
        self.id = id
        self.name = name
        self.fullName = fullName
        self.roles = roles
    }

    /// The roles that were granted.
    public var grantedRoles: Set<String> { roles.subtracting([Role.everyone, Role.users]) }

    /// Whether they have the role `administrator`.
    public var isAdministrator: Bool { roles.contains(Role.administrator) }
}
