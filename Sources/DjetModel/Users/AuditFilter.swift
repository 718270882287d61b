public import Foundation

/// A filter of audit entries.
public struct AuditFilter: Hashable, Sendable {
    /// The user who acted.
    public var user: String?
    /// The action.
    public var action: String?
    /// The first time that counts.
    public var since: Date?
    /// The first time that no longer counts.
    public var until: Date?
    /// The number of the previous page's last entry: only later entries of the list count.
    public var before: Int64?
    /// The most entries.
    public var limit: Int

    /// Creates a filter; by default it lets the newest 50 entries through.
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
