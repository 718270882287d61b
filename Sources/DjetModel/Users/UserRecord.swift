public import Foundation

/// A user with the facts for those who manage users.
public struct UserRecord: Codable, Hashable, Sendable {
    /// The number in the tables.
    public var id: Int64
    /// The name that they sign in with.
    public var name: String
    /// The name that is shown.
    public var fullName: String
    /// All roles, `everyone` and `users` among them.
    public var roles: Set<String>
    /// The time when they were added.
    public var createdAt: Date
    /// The time since which they may not sign in; nil if they may.
    public var disabledAt: Date?
    /// The time when they last set a password; nil if they have none yet.
    public var passwordSetAt: Date?
    /// The time when one of their present sessions was last used, to the minute.
    public var seenAt: Date?
    /// The time when their invitation expires; nil if there is none.
    public var invitedUntil: Date?
    /// The time since which they have a second factor; nil if they have none.
    public var secondFactorAt: Date?
    /// The tenants to which they are confined, the first being their own; empty if they are confined to none.
    public var tenants: [String]
    /// The language of their pages; nil for that which their browser asks for.
    public var language: String?

    /// The user.
    public var user: User {
        User(
            id: id, name: name, fullName: fullName, roles: roles, tenants: tenants, language: language)
    }

    /// True if they can sign in.
    public var isActive: Bool { disabledAt == nil && passwordSetAt != nil }
}
