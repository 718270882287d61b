public import Foundation

/// Which audit entries are wanted.
public struct AuditFilter: Hashable, Sendable {
    /// Of what this user did.
    public var user: String?
    /// Of this action.
    public var action: String?
    /// From this time on.
    public var since: Date?
    /// Before this time.
    public var until: Date?
    /// Those that come after the entry of this number: the next page.
    public var before: Int64?
    /// How many at the most.
    public var limit: Int

    /// All entries, the newest 50, unless told otherwise.
    public init(
        user: String? = nil, action: String? = nil, since: Date? = nil, until: Date? = nil,
        before: Int64? = nil, limit: Int = 50
    ) {
        self.user = user
        self.action = action
        self.since = since
        self.until = until
        self.before = before
        self.limit = limit
    }
}
