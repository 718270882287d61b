public import Foundation

/// An API token as its user sees it in a list: without the token.
public struct TokenRecord: Codable, Hashable, Sendable {
    /// The number by which it can be revoked.
    public var id: Int64
    /// The purpose.
    public var purpose: String
    /// The most rights that it gives.
    public var rights: [Right]
    /// The only branch that it may reach; nil for the whole tree.
    public var below: String?
    /// The time when it was made.
    public var createdAt: Date
    /// The time when it expires.
    public var expiresAt: Date
    /// The time of last use, to the minute; nil if it was never used.
    public var usedAt: Date?
}
