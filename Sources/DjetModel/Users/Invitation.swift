public import Foundation

/// Whom a one-time link invites to set a password.
public struct Invitation: Codable, Hashable, Sendable {
    /// The name with which they sign in.
    public var name: String
    /// The name that is shown.
    public var fullName: String
    /// Until when it is good.
    public var expiresAt: Date
}
