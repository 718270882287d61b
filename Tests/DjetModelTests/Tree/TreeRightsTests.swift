import DjetModel
import Testing

/// The precedence of rules in the tree.
@Suite struct TreeRightsTests {
    static let tree = Tree([
        Tree.Entry(
            Node(id: 1, path: "/", basetype: "directory", title: "Home"),
            access: ["everyone": [.view], "clerk": [.view, .use], "administrator": Set(Right.allCases)]),
        Tree.Entry(
            Node(id: 2, parent: 1, path: "/office", basetype: "directory", title: "Office"),
            access: ["everyone": [], "clerk": [.view], "auditor": [.arguments]]),
        Tree.Entry(Node(id: 3, parent: 2, path: "/office/jobs", basetype: "page", title: "Jobs")),
    ])

    @Test(arguments: [
        ("/", [], [Right.view]),
        ("/office", [], []),
        ("/office/jobs", [], []),
        ("/", ["clerk"], [.view, .use]),
        ("/office/jobs", ["clerk"], [.view]),
        ("/office/jobs", ["clerk", "auditor"], [.view, .arguments]),
        ("/", ["auditor"], [.view]),
        ("/office/jobs", ["administrator"], Right.allCases),
        ("/office/jobs", ["nobody-knows"], []),
    ])
    func forEachRoleTheNearestRuleDecides(path: String, roles: [String], rights: [Right]) throws {
        let node = try #require(Self.tree.node(at: path))
        #expect(Self.tree.rights(at: node, roles: Set(roles)) == Set(rights))
    }

    @Test func aNodeThatIsNotInTheTreeGivesNobodyAnything() {
        let stranger = Node(id: 99, parent: 1, path: "/stranger", basetype: "page", title: "Stranger")
        #expect(Self.tree.rights(at: stranger, roles: ["administrator"]).isEmpty)
    }
}
