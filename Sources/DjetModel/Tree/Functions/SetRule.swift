import DjetStore

/// Sets what a role may do at a node and below, or takes the rule away.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such node, ``ModelError/invalid(_:)`` if `everyone`
///   would be given more than `view` and `use`, or `administrator` less than `view` and `manage`,
///   ``ModelError/forbidden(_:)`` if the acting user would give rights that they do not have there themselves, or is no
///   administrator and sets a rule for `everyone`,
///   ``ModelError/conflict(_:)`` if the administrator's rule at the root would be taken away.
public struct SetRule: ModelFunction {
    /// `tree.set-rule`.
    public static let name = "tree.set-rule"

    /// At which node.
    public var node: Node.ID
    /// Whose rule.
    public var role: String
    /// What it lets them do; empty is nothing, nil takes the rule away, so that the next one above decides.
    public var rights: Set<Right>?

    /// A rule to be set.
    public init(node: Node.ID, role: String, rights: Set<Right>?) {
        self.node = node
        self.role = role
        self.rights = rights
    }

    /// Sets it.
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
