public import Foundation

/// A new API token. The token is shown only here.
public struct NewToken: Codable, Sendable {
    /// The number by which it can be revoked.
    public var id: Int64
    /// The token, `djet_…`.
    public var token: String
    /// The time when it expires.
    public var expiresAt: Date
}
