import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

@Suite struct AddNodeTests {
    @Test func aNodeIsAddedBehindItsSiblingsWithItsRules() async throws {
        try await withTree { _, model in
            let added = try await model.addNode(
                NodeSeed(
                    "/office/help", "page", title: "Help", columns: ["body": "Ask."],
                    access: ["users": [.view, .use]], redirect: Redirect(to: "/office")))
            let tree = try await model.tree()
            #expect(tree.node(at: "/office/help") == added)
            #expect(added.text("body") == "Ask.")
            #expect(added.redirect == Redirect(to: "/office", status: 308))
            #expect(tree.children(of: try #require(tree.node(at: "/office"))).last == added)
            #expect(tree.rules(at: added) == ["users": [.view, .use]])
        }
    }

    @Test func aSecondNodeOfASingletonIsRefusedAndToldWhereTheFirstIs() async throws {
        try await withTree { _, model in
            let error = await refusal {
                try await model.addNode(NodeSeed("/other", "jobmachine", title: "Other jobs"))
            }
            #expect(
                error
                    == .conflict(
                        "there is a node of basetype jobmachine already, /office/jobs. Exactly one may exist."
                    ))
        }
    }

    @Test func onlyOneOfManyWhoAddASingletonAtOnceSucceeds() async throws {
        try await withTree { _, model in
            _ = try await model.removeNode(model.id("/office/jobs"))
            let added = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        let seed = NodeSeed("/jobs\(number)", "jobmachine", title: "Jobs")
                        return (try? await model.addNode(seed)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(added == 1)
        }
    }

    @Test(arguments: [
        "/Upper", "/sp ace", "/ümlaut", "/.", "/..", "/a%20", "/a?b", "/a\nb", "/office/", "office", "",
        "/" + String(repeating: "a", count: 101), String(repeating: "/", count: 501),
    ])
    func whatCannotBeAPathIsRefused(path: String) async throws {
        try await withTree { _, model in
            let error = await refusal { try await model.addNode(NodeSeed(path, "page", title: "Page")) }
            guard case .invalid? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func aPathIsTakenOnceAndItsParentMustExist() async throws {
        try await withTree { _, model in
            let taken = await refusal { try await model.addNode(NodeSeed("/office", "page", title: "Page")) }
            #expect(taken == .conflict("there is a node /office already"))
            let root = await refusal { try await model.addNode(NodeSeed("/", "page", title: "Page")) }
            #expect(root == .conflict("there is a root already"))
            let nowhere = await refusal { try await model.addNode(NodeSeed("/x/y", "page", title: "Page")) }
            #expect(nowhere == .notFound("there is no node /x to put /x/y under"))
            let kind = await refusal { try await model.addNode(NodeSeed("/x", "pag", title: "Page")) }
            #expect("\(kind.map { "\($0)" } ?? "")".hasPrefix("there is no basetype “pag”. There are: "))
        }
    }

    @Test(arguments: ["//evil.example", "/\\evil.example", "javascript:alert(1)", "x", "/a b", "https://"])
    func aNodeRedirectsToAnAddressOnly(address: String) async throws {
        try await withTree { _, model in
            let seed = NodeSeed("/away", "page", title: "Away", redirect: Redirect(to: address))
            let error = await refusal { try await model.addNode(seed) }
            #expect(error?.message.hasPrefix("/away cannot redirect to “\(address)”") == true)
        }
    }
}
