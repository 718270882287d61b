import DjetModel
import Testing

/// The snapshot alone, without a database.
@Suite struct TreeTests {
    static let tree = Tree([
        Tree.Entry(Node(id: 4, parent: 2, path: "/office/jobs", basetype: "jobmachine", title: "Jobs")),
        Tree.Entry(Node(id: 1, path: "/", basetype: "directory", title: "Home")),
        Tree.Entry(
            Node(id: 2, parent: 1, path: "/office", basetype: "directory", title: "Office", position: 2)),
        Tree.Entry(
            Node(id: 3, parent: 1, path: "/openapi.json", basetype: "page", title: "API", position: 1)),
        Tree.Entry(Node(id: 9, parent: 8, path: "/lost/child", basetype: "page", title: "Lost")),
    ])

    @Test(arguments: [
        ("/", "/", []),
        ("/office", "/office", []),
        ("/office/jobs/42/cancel", "/office/jobs", ["42", "cancel"]),
        ("/office/", "/office", [""]),
        ("/office//jobs", "/office", ["", "jobs"]),
        ("//office", "/", ["", "office"]),
        ("/Office", "/", ["Office"]),
        ("/office/job", "/office", ["job"]),
        ("/officejobs", "/", ["officejobs"]),
        ("/openapi.json", "/openapi.json", []),
        ("/openapi.json/x", "/openapi.json", ["x"]),
        ("/%6fffice", "/", ["%6fffice"]),
        ("/..", "/", [".."]),
        ("office", "/office", []),
        ("", "/", []),
    ])
    func aPathLeadsToTheDeepestNodeOnIt(path: String, node: String, rest: [String]) throws {
        let place = try #require(Self.tree.find(path))
        #expect(place.node.path == node)
        #expect(place.rest == rest)
    }

    @Test func segmentsThatAreDecodedAlreadyStayWhole() throws {
        let place = try #require(Self.tree.find(segments: ["office", "a/b", "c d"]))
        #expect(place.node.path == "/office")
        #expect(place.rest == ["a/b", "c d"])
    }

    @Test func theBranchIsAboveTheNodeWithTheRootFirst() throws {
        #expect(try #require(Self.tree.find("/office/jobs")).branch.map(\.path) == ["/", "/office"])
        #expect(try #require(Self.tree.find("/")).branch.isEmpty)
    }

    @Test func aHostilePathCostsLittle() throws {
        let path = String(repeating: "/a", count: 50_000)
        let place = try #require(Self.tree.find(path))
        #expect(place.node.path == "/")
        #expect(place.rest.count == 50_000)
    }

    @Test func nothingIsFoundInAnEmptyTree() {
        #expect(Tree([]).find("/") == nil)
        #expect(Tree([]).root == nil)
    }

    @Test func siblingsStandInTheirOrderAndTheLostAreLeftOut() throws {
        let root = try #require(Self.tree.root)
        #expect(Self.tree.children(of: root).map(\.path) == ["/openapi.json", "/office"])
        #expect(Self.tree.nodes.map(\.path) == ["/", "/openapi.json", "/office", "/office/jobs"])
        #expect(Self.tree.node(at: "/lost/child") == nil)
        #expect(Self.tree.node(ofBasetype: "jobmachine")?.path == "/office/jobs")
    }
}
