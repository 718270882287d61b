import DjetModel

/// Manages the tree: lists, adds, changes, moves and removes nodes, and sets the rules at them.
///
/// A visitor with the right `manage` here may change the nodes at which they have it, too.
struct NodesEngine: Engine {
    static let basetype = Basetype("nodes", title: "Nodes", isSingleton: true, isRequired: true)

    var routes: [Route] {
        [
            Route(.get, "", right: .manage, "Lists all nodes", answer: .page(NodesListing.self)) { visit in
                .page("nodes/list", title: visit.node.title, NodesListing(visit))
            },
            Route(
                .get, "add", right: .manage, "The form of a new node of a basetype",
                query: [
                    QueryField("under", .integer(1...Int64.max), "The parent node (default: the root)."),
                    QueryField("basetype", .text, "The basetype."),
                ],
                answer: .page(NewNodePage.self), action: Self.showNew),
            Route(
                .post, "", right: .manage, "Adds a node", body: .value(NewNodeForm.self),
                answer: .page(NodePage.self), action: Self.add),
            Route(
                .get, "{id:int}", right: .manage,
                "One node, with its columns, its address and its access rules",
                answer: .page(NodePage.self)
            ) { visit in
                .page("nodes/node", title: try Self.node(of: visit).title, try await Self.page(of: visit))
            },
        ] + changes + rules
    }

    private var changes: [Route] {
        [
            Route(
                .post, "{id:int}", right: .manage, "Changes a node's title, columns and redirect",
                body: .value(NodeForm.self),
                answer: .page(NodePage.self), action: Self.change),
            Route(
                .post, "{id:int}/move", right: .manage, "Moves a node with its branch",
                body: .value(MoveForm.self), answer: .page(NodePage.self), action: Self.move),
            Route(
                .post, "{id:int}/remove", right: .manage, "Removes a node, or its whole branch",
                body: .value(RemovalForm.self), answer: .page(Removal.self), action: Self.remove),
        ]
    }

    private var rules: [Route] {
        [
            Route(
                .post, "{id:int}/rules", right: .manage, "Sets a role's rights at a node and below",
                body: .value(RuleForm.self), answer: .page(NodePage.self), action: Self.setRule),
            Route(
                .post, "{id:int}/rules/remove", right: .manage,
                "Removes a role's rule from a node, so that the next one above applies",
                body: .value(RoleForm.self), answer: .page(NodePage.self), action: Self.removeRule),
        ]
    }

    /// Returns the node that the path names. Throws `ModelError` if there is none, or the visitor may not
    /// manage it.
    static func node(of visit: Visit) throws -> Node {
        try node(try visit.integer("id"), visit)
    }

    /// Returns a node. Throws `ModelError`: `.notFound` if there is none, `.forbidden` if the visitor may not
    /// manage it.
    static func node(_ id: Node.ID, _ visit: Visit) throws -> Node {
        guard let node = visit.tree.node(id) else {
            throw ModelError.notFound("there is no node with the number \(id)")
        }
        guard visit.rights(at: node).contains(.manage) else {
            throw ModelError.forbidden("this also needs the right “manage” at \(node.path)")
        }
        return node
    }
}
