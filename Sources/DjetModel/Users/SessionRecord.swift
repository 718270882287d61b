public import Foundation

/// A session as its user sees it in a list.
public struct SessionRecord: Codable, Hashable, Sendable {
    /// The number under which it can be ended.
    public var id: Int64
    /// When they signed in.
    public var createdAt: Date
    /// When it was last used, to the minute.
    public var seenAt: Date
    /// When it is over at the latest.
    public var expiresAt: Date
    /// From where they signed in.
    public var address: String?
    /// What the browser called itself.
    public var agent: String?
}
