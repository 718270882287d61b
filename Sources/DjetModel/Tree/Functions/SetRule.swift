import DjetJSON
import DjetStore

/// Sets a role's rights at a node and below, or removes the rule.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such node, ``ModelError/invalid(_:)`` for more than
///   `view` and `use` for `everyone`, or less than `view` and `manage` for `administrator`,
///   ``ModelError/forbidden(_:)`` if the acting user lacks rights there that they would give, or sets a rule
///   for `everyone` without being an administrator, ``ModelError/conflict(_:)`` if the administrator's rule
///   at the root would be removed.
public struct SetRule: ModelFunction {
    /// `tree.set-rule`.
    public static let name = "tree.set-rule"

    /// The node of the rule.
    public var node: Node.ID
    /// The role of the rule.
    public var role: String
    /// The rights that it gives; empty gives none, nil removes the rule, so that the next one above decides.
    public var rights: Set<Right>?

    /// Creates a rule to be set.
    public init(node: Node.ID, role: String, rights: Set<Right>?) {
        self.node = node
        self.role = role
        self.rights = rights
    }

    /// Sets the rule.
    public func run(in model: Model) async throws -> Nothing {
        let words = rights.map { rights in Right.allCases.filter(rights.contains).map(\.rawValue) }
        try await model.database.query(
            "select djet.set_access(\(node), \(role), \(words)::text[], \(model.user), \(model.token))")
        try await model.audit(
            rights == nil ? "rule.remove" : "rule.set", try await model.path(ofNode: node),
            detail: ["role": .text(role), "rights": .list((words ?? []).map(JSONValue.text))])
        return Nothing()
    }
}
