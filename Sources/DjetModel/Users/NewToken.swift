public import Foundation

/// An API token that has just been made: the one time that it is told.
public struct NewToken: Codable, Sendable {
    /// The number under which it can be revoked.
    public var id: Int64
    /// The token, `djet_…`.
    public var token: String
    /// When it is over.
    public var expiresAt: Date
}
