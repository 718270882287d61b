public import Foundation

/// Who did what, when and from where.
public struct AuditEntry: Codable, Hashable, Sendable {
    /// Its number, in the order of entry.
    public var id: Int64
    /// When.
    public var at: Date
    /// Who; nil: a command, or somebody who has not signed in.
    public var userName: String?
    /// What, such as `user.disable`.
    public var action: String
    /// To what; empty if to nothing that exists.
    public var target: String
    /// From where; nil: from a command.
    public var address: String?
    /// What else is worth knowing.
    public var detail: JSONValue
}
