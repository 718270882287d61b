public import Foundation

/// The holder of the oldest snapshot of the data, because of which vacuum cannot remove rows deleted since.
public struct OldestSnapshot: Codable, Sendable, Hashable {
    /// The kind of holder: `session`, `prepared transaction` or `replication slot`.
    public var holder: String
    /// The session's process on the server.
    public var pid: Int?
    /// The session's name for itself, or the name of the transaction or slot.
    public var application: String?
    /// The database role.
    public var role: String?
    /// The session's state: `active`, `idle in transaction`, …; nil if the server does not tell.
    public var state: String?
    /// The time when its transaction began.
    public var transactionBeganAt: Date?
    /// The time when its last query began.
    public var queryBeganAt: Date?
    /// The number of transactions that have begun since.
    public var age: Int
}
