import DjetJSON
import DjetStore
import Foundation

/// Removes a node and its rules.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such node, ``ModelError/conflict(_:)`` if there are
///   nodes below it and `branch` is false, or if the site needs one of them, ``ModelError/forbidden(_:)`` if
///   the user does not manage them all.
public struct RemoveNode: ModelFunction {
    /// `tree.remove-node`.
    public static let name = "tree.remove-node"

    /// The node to remove.
    public var node: Node.ID
    /// True if all nodes below it go with it.
    public var branch: Bool

    /// Creates a removal.
    public init(node: Node.ID, branch: Bool = false) {
        self.node = node
        self.branch = branch
    }

    /// Removes the node, and returns the number of nodes removed.
    public func run(in model: Model) async throws -> Int {
        let path = try await model.path(ofNode: node)
        let removed = try await model.database.first(
            "select djet.remove_node(\(node), \(branch)::boolean, \(model.user), \(model.token))",
            as: Int.self)
        try await model.audit("node.remove", path, detail: ["nodes": .number(Decimal(removed ?? 0))])
        return removed ?? 0
    }
}
