public import Foundation

/// A session as its user sees it in a list.
public struct SessionRecord: Codable, Hashable, Sendable {
    /// The number by which it can be ended.
    public var id: Int64
    /// The time when they signed in.
    public var createdAt: Date
    /// The time of last use, to the minute.
    public var seenAt: Date
    /// The latest time when it expires.
    public var expiresAt: Date
    /// The address that they signed in from.
    public var address: String?
    /// The browser's name for itself.
    public var agent: String?
}
