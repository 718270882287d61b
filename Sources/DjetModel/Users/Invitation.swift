public import Foundation

/// An invitation to set a password, by a one-time link.
public struct Invitation: Codable, Hashable, Sendable {
    /// The name that they sign in with.
    public var name: String
    /// The name that is shown.
    public var fullName: String
    /// The time when it expires.
    public var expiresAt: Date
}
