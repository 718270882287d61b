import DjetModel

extension NodesEngine {
    /// Returns the page of the node that the path names.
    static func page(of visit: Visit) async throws -> NodePage {
        try await page(of: node(of: visit).id, visit)
    }

    /// Returns the page of a node as it is now. Throws `ModelError.notFound` if there is none.
    static func page(of id: Node.ID, _ visit: Visit) async throws -> NodePage {
        let tree = try await visit.model.tree()
        guard let node = tree.node(id) else {
            throw ModelError.notFound("there is no node with the number \(id)")
        }
        let roles = try await visit.model.roles()
        return NodePage(node, in: tree, roles: roles, visit)
    }
}
