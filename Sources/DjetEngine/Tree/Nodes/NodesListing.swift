import DjetModel

/// All nodes that the visitor may manage.
struct NodesListing: Codable, Sendable {
    struct Entry: Codable, Sendable {
        var id: Node.ID
        var path: String
        var title: String
        var basetype: String
        var kind: String
        var position: Int
        var isInMenu: Bool
        /// The number of nodes above it.
        var level: Int
        var redirectTo: String?
        var rules: [Rule]
    }

    struct Rule: Codable, Sendable {
        var role: String
        var rights: [Right]
        /// The rights in words; “nothing” for none.
        var words: String

        init(_ role: String, _ rights: Set<Right>) {
            self.role = role
            self.rights = Right.allCases.filter(rights.contains)
            words = rights.isEmpty ? "nothing" : self.rights.map(\.rawValue).joined(separator: ", ")
        }
    }

    var entries: [Entry]

    init(_ visit: Visit) {
        let tree = visit.tree
        entries = tree.nodes.filter { visit.rights(at: $0).contains(.manage) }.map { node in
            Entry(
                id: node.id, path: node.path, title: node.title, basetype: node.basetype,
                kind: tree.basetypes[node.basetype]?.title ?? node.basetype, position: node.position,
                isInMenu: node.isInMenu, level: tree.branch(above: node).count,
                redirectTo: node.redirect?.to,
                rules: tree.rules(at: node).sorted { $0.key < $1.key }.map { Rule($0.key, $0.value) })
        }
    }
}
