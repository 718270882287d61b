public import Foundation

/// Who keeps the oldest view of the data, because of which vacuum cannot remove what has gone since.
public struct OldestSnapshot: Codable, Sendable, Hashable {
    /// `session`, `prepared transaction` or `replication slot`.
    public var holder: String
    /// The session's process on the server.
    public var pid: Int?
    /// What the session calls itself, or the name of the transaction or slot.
    public var application: String?
    /// The database role.
    public var role: String?
    /// What the session does: `active`, `idle in transaction`, …; nil if the server does not tell.
    public var state: String?
    /// When its transaction began.
    public var transactionBeganAt: Date?
    /// When its last query began.
    public var queryBeganAt: Date?
    /// How many transactions have begun since.
    public var age: Int
}
