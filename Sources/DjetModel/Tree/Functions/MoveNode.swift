import DjetJSON
import DjetStore
import Foundation

/// Moves a node with its whole branch: to another parent, another name, or another place among its siblings.
///
/// - Throws: ``ModelError/notFound(_:)`` if there is no such node or parent, ``ModelError/conflict(_:)`` if
///   the path is taken, the parent lies in the branch itself, or the node is the root,
///   ``ModelError/invalid(_:)`` for an invalid name, ``ModelError/forbidden(_:)`` if the user does not manage
///   both places, or would show others more than they may.
public struct MoveNode: ModelFunction {
    /// `tree.move-node`.
    public static let name = "tree.move-node"

    /// The node to move.
    public var node: Node.ID
    /// The new parent; nil leaves it where it is.
    public var parent: Node.ID?
    /// The last part of its path; nil keeps it.
    public var name: String?
    /// The place among its siblings; nil keeps it, or puts it after those of a new parent.
    public var position: Int?

    /// Creates a move.
    public init(node: Node.ID, parent: Node.ID? = nil, name: String? = nil, position: Int? = nil) {
        self.node = node
        self.parent = parent
        self.name = name
        self.position = position
    }

    /// Moves the node and returns it.
    public func run(in model: Model) async throws -> Node {
        try NodeRange.check(position: position)
        let before = try await model.path(ofNode: node)
        let moved = try await model.node(
            """
            select * from djet.move_node(
              \(node), \(parent)::bigint, \(name), \(position)::integer, \(model.user), \(model.token))
            """)
        try await model.audit(
            "node.move", moved.path,
            detail: ["from": .text(before), "position": .number(Decimal(moved.position))])
        return moved
    }
}
