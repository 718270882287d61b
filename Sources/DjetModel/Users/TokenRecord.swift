public import Foundation

/// An API token as its user sees it in a list: without the token.
public struct TokenRecord: Codable, Hashable, Sendable {
    /// The number under which it can be revoked.
    public var id: Int64
    /// What it is for.
    public var title: String
    /// What it may do at the most.
    public var scopes: [Right]
    /// The branch that it may reach at the most; nil is the whole tree.
    public var below: String?
    /// When it was made.
    public var createdAt: Date
    /// When it is over.
    public var expiresAt: Date
    /// When it was last used, to the minute; nil: never.
    public var usedAt: Date?
}
