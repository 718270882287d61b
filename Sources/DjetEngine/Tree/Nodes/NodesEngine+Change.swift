import DjetModel

extension NodesEngine {
    static func change(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: NodeForm.self)
        let node = try node(of: visit)
        var texts = form.columns ?? [:]
        // A form whose columns are all blank decodes as one without columns.
        for column in visit.blankFields("columns") where texts[column] == nil { texts[column] = "" }
        let change = ChangeNode(
            node: node.id, title: form.title, position: form.position, inMenu: form.inMenu,
            columns: values(texts, of: visit.tree.basetypes[node.basetype]),
            redirectTo: form.redirectTo ?? (visit.leavesBlank("redirectTo") ? "" : nil),
            redirectStatus: form.redirectStatus)
        return try await done(at: node, visit) { try await visit.model.call(change) }
    }

    static func move(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: MoveForm.self)
        let node = try node(of: visit)
        if let parent = form.parent { _ = try self.node(parent, visit) }
        return try await done(at: node, visit) {
            try await visit.model.moveNode(
                node.id, under: form.parent == node.parent ? nil : form.parent, name: form.name,
                position: form.position)
        }
    }

    static func remove(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: RemovalForm.self)
        let node = try node(of: visit)
        if form.branch ?? false { try demandBranch(below: node, visit) }
        return try await attempt(at: node, visit) {
            let removed = try await visit.model.removeNode(node.id, branch: form.branch ?? false)
            return .done(try await list(visit), Removal(path: node.path, removed: removed))
        }
    }

    static func setRule(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: RuleForm.self)
        let node = try node(of: visit)
        return try await done(at: node, visit) {
            try await visit.model.call(SetRule(node: node.id, role: form.role, rights: form.rights ?? []))
        }
    }

    static func removeRule(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: RoleForm.self)
        let node = try node(of: visit)
        return try await done(at: node, visit) {
            try await visit.model.call(SetRule(node: node.id, role: form.role, rights: nil))
        }
    }

    /// Runs `body` and replies with the node; browsers are redirected to its address.
    private static func done(
        at node: Node, _ visit: Visit, _ body: () async throws -> some Sendable
    ) async throws -> Reply {
        try await attempt(at: node, visit) {
            _ = try await body()
            let page = try await Self.page(of: node.id, visit)
            return .done("\(try await list(visit))/\(node.id)", page)
        }
    }

    /// Runs `body`; people see a refusal on the node's page.
    private static func attempt(
        at node: Node, _ visit: Visit, _ body: () async throws -> Reply
    ) async throws -> Reply {
        try await visit.attempt(body) { refusal in
            var page = try await Self.page(of: node.id, visit)
            page.fault = refusal.detail
            return .page("nodes/node", title: page.title, page)
        }
    }

    /// Throws `ModelError.forbidden` if the visitor may not manage all nodes of the branch: the right at a
    /// node above does not permit their removal.
    private static func demandBranch(below node: Node, _ visit: Visit) throws {
        for child in visit.tree.children(of: node) {
            try demandBranch(below: self.node(child.id, visit), visit)
        }
    }

    /// Returns the path of the node that manages the nodes, which may have moved itself just now.
    private static func list(_ visit: Visit) async throws -> String {
        try await visit.model.tree().node(visit.node.id)?.path ?? visit.node.path
    }
}
