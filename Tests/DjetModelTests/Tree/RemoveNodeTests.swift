import DjetModel
import DjetTestSupport
import Testing

@Suite struct RemoveNodeTests {
    @Test func aNodeWithOthersBelowItGoesOnlyWithItsBranch() async throws {
        try await withTree { _, model in
            let office = try await model.id("/office")
            let error = await refusal { try await model.removeNode(office) }
            #expect(error?.message.hasPrefix("/office has 2 nodes below it") == true)
            let removed = try await model.removeNode(office, branch: true)
            #expect(removed == 3)
            let paths = try await model.paths()
            #expect(paths == ["/", "/nodes", "/openapi.json"])
        }
    }

    @Test func whatTheSiteNeedsIsMovedButNotRemoved() async throws {
        try await withTree { _, model in
            let (nodes, office) = try await (model.id("/nodes"), model.id("/office"))
            let error = await refusal { try await model.removeNode(nodes) }
            #expect(
                error == .conflict("/nodes cannot be removed: the site needs its nodes. It can be moved."))
            _ = try await model.moveNode(nodes, under: office)
            let branch = await refusal { try await model.removeNode(office, branch: true) }
            #expect(branch?.message.hasPrefix("/office/nodes cannot be removed") == true)
            let paths = try await model.paths()
            #expect(paths.count == 6)
        }
    }

    @Test func theRootStays() async throws {
        try await withTree { _, model in
            let error = await refusal { try await model.removeNode(model.id("/"), branch: true) }
            #expect(error == .conflict("the root cannot be removed"))
        }
    }
}
