import DjetJSON
import DjetStore

/// Adds a node to the tree, with its rules.
///
/// - Throws: ``ModelError/invalid(_:)`` for a value that does not fit (the message names the column),
///   ``ModelError/notFound(_:)`` for a parent or a basetype that does not exist, ``ModelError/forbidden(_:)``
///   if the user does not manage the parent, or may not expose the node's content,
///   ``ModelError/conflict(_:)`` for a path that is taken and for a second node of a singleton basetype.
public struct AddNode: ModelFunction {
    /// `tree.add-node`.
    public static let name = "tree.add-node"

    /// The node to add.
    public var node: NodeSeed

    /// Creates the addition of a node.
    public init(node: NodeSeed) {
        self.node = node
    }

    /// Adds the node and returns it.
    public func run(in model: Model) async throws -> Node {
        try NodeRange.check(position: node.position, status: node.redirect?.status)
        let added = try await model.node(
            """
            select * from djet.add_node(
              \(node.path), \(node.basetype), \(node.title), \(node.position)::integer, \(node.inMenu)::boolean,
              \(try JSONParameter(node.columns))::jsonb, \(node.redirect?.to), \(node.redirect?.status)::integer,
              \(model.user), \(model.token))
            """)
        try await model.audit(
            "node.add", added.path, detail: ["basetype": .text(added.basetype), "title": .text(added.title)])
        for (role, rights) in node.access.sorted(by: { $0.key < $1.key }) {
            _ = try await model.call(SetRule(node: added.id, role: role, rights: rights))
        }
        return added
    }
}
