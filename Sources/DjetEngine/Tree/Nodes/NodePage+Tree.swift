import DjetModel

extension NodePage {
    /// Creates the page of a node for a visitor who may manage it.
    init(_ node: Node, in tree: Tree, roles: [RoleRecord], _ visit: Visit) {
        let basetype = tree.basetypes[node.basetype]
        let rules = tree.rules(at: node)
        self.init(
            id: node.id, parent: node.parent, path: node.path, name: node.name, title: node.title,
            basetype: node.basetype, kind: basetype?.title ?? node.basetype, position: node.position,
            isInMenu: node.isInMenu, redirectTo: node.redirect?.to, redirectStatus: node.redirect?.status,
            below: Self.below(node, in: tree), hasBranch: !tree.children(of: node).isEmpty,
            isRoot: node.parent == nil,
            isKept: node.parent == nil || Self.isKept(node, basetype, in: tree),
            fields: (basetype?.columns ?? []).map { NodeField($0, node.typed($0.name), visit) },
            rules: rules.sorted { $0.key < $1.key }.map { role, rights in
                Rule(
                    role: role, title: Self.title(of: role, roles),
                    rights: Right.allCases.filter(rights.contains), boxes: Self.boxes(role, rights))
            },
            inherited: roles.filter { rules[$0.name] == nil }.map { Self.inherited($0, at: node, in: tree) },
            parents: Self.parents(selected: node.parent, outside: node, in: tree, visit),
            statuses: Self.statuses(selected: node.redirect?.status ?? 308))
    }

    private static func below(_ node: Node, in tree: Tree) -> Int {
        tree.children(of: node).reduce(0) { $0 + 1 + below($1, in: tree) }
    }

    private static func isKept(_ node: Node, _ basetype: Basetype?, in tree: Tree) -> Bool {
        guard basetype?.isRequired ?? false else { return false }
        return !tree.nodes.contains { $0.basetype == node.basetype && $0.id != node.id }
    }

    private static func title(of role: String, _ roles: [RoleRecord]) -> String {
        roles.first { $0.name == role }?.title ?? role
    }

    /// Returns a check box for each right that the role can be given.
    private static func boxes(_ role: String, _ rights: Set<Right>) -> [NodeField.Choice] {
        Right.allCases.filter { role != Role.everyone || Right.forEveryone.contains($0) }.map {
            NodeField.Choice($0.rawValue, isSelected: rights.contains($0))
        }
    }

    private static func inherited(_ role: RoleRecord, at node: Node, in tree: Tree) -> InheritedRule {
        let above = tree.branch(above: node).last { tree.rules(at: $0)[role.name] != nil }
        let rights = above.flatMap { tree.rules(at: $0)[role.name] } ?? []
        let rule = NodesListing.Rule(role.name, rights)
        return InheritedRule(
            role: role.name, title: role.title, rights: rule.rights, words: rule.words, from: above?.path)
    }

    /// Returns the nodes that a node can go under: all that the visitor may manage, except for its own
    /// branch.
    static func parents(
        selected: Node.ID?, outside node: Node?, in tree: Tree, _ visit: Visit
    ) -> [NodeField.Choice] {
        tree.nodes.filter { candidate in
            let isOwn = node.map { candidate.id == $0.id || candidate.path.hasPrefix($0.path + "/") } ?? false
            return !isOwn && visit.rights(at: candidate).contains(.manage)
        }.map { NodeField.Choice("\($0.id)", $0.path, isSelected: $0.id == selected) }
    }

    /// Returns the statuses with which a node can redirect.
    static func statuses(selected: Int) -> [NodeField.Choice] {
        [
            (308, Words.key("308, permanent")), (307, Words.key("307, temporary")),
            (301, Words.key("301, permanent, as GET")),
            (302, Words.key("302, temporary, as GET")),
        ].map { NodeField.Choice("\($0)", $1, isSelected: $0 == selected) }
    }
}
