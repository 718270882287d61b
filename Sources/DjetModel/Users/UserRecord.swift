public import Foundation

/// A user with what those who manage users want to know.
public struct UserRecord: Codable, Hashable, Sendable {
    /// The number by which the tables know them.
    public var id: Int64
    /// The name with which they sign in.
    public var name: String
    /// The name that is shown.
    public var fullName: String
    /// All their roles, `everyone` and `users` among them.
    public var roles: Set<String>
    /// When they were added.
    public var createdAt: Date
    /// Since when they may not sign in; nil if they may.
    public var disabledAt: Date?
    /// When they last set a password; nil if they have none yet.
    public var passwordSetAt: Date?
    /// When one of their present sessions was last used, to the minute.
    public var seenAt: Date?
    /// Until when an invitation of theirs is good; nil if there is none.
    public var invitedUntil: Date?
    /// Since when they have a second factor; nil if they have none.
    public var secondFactorAt: Date?

    /// Who it is.
    public var user: User { User(id: id, name: name, fullName: fullName, roles: roles) }

    /// Whether they can sign in.
    public var isActive: Bool { disabledAt == nil && passwordSetAt != nil }
}
