import DjetModel

/// A page of the audit.
struct AuditPage: Codable, Sendable {
    /// An action that there are entries of.
    struct Choice: Codable, Sendable {
        var name: String
        var isChosen: Bool
    }

    var entries: [AuditEntry]
    /// What was asked for.
    var user: String?
    var action: String?
    var since: String?
    var until: String?
    /// All actions, to choose from.
    var actions: [Choice]
    /// Where it goes on.
    var next: String?
}
