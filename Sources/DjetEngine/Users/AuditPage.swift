import DjetModel

/// A page of the audit.
struct AuditPage: Codable, Sendable {
    /// An action that has entries.
    struct Choice: Codable, Sendable {
        var name: String
        var isChosen: Bool
    }

    var entries: [AuditEntry]
    /// The filters, as the request names them.
    var user: String?
    var action: String?
    var since: String?
    var until: String?
    /// All actions, to choose from.
    var actions: [Choice]
    /// The address of the next page; nil on the last.
    var next: String?
}
