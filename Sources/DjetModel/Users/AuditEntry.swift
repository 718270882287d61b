public import DjetJSON
public import Foundation

/// An entry of the audit: actor, action, time and address.
public struct AuditEntry: Codable, Hashable, Sendable {
    /// The number, in the order of entry.
    public var id: Int64
    /// The time of the action.
    public var at: Date
    /// The acting user; nil for a command, or for somebody who has not signed in.
    public var userName: String?
    /// The action, such as `user.disable`.
    public var action: String
    /// The object of the action; empty if it is nothing that exists.
    public var target: String
    /// The address of the caller; nil for a command.
    public var address: String?
    /// Further facts worth knowing.
    public var detail: JSONValue
}
