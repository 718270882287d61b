import DjetModel
import DjetTestSupport
import Testing

@Suite struct PlantTests {
    @Test func aFirstTreeIsPlantedWhateverTheOrderOfItsSeeds() async throws {
        try await withTree { _, model in
            let tree = try await model.tree()
            #expect(
                tree.nodes.map(\.path) == [
                    "/", "/office", "/office/jobs", "/office/news", "/nodes", "/openapi.json",
                ])
            let jobs = try #require(tree.node(at: "/office/jobs"))
            #expect(tree.rights(at: jobs, roles: ["users"]) == [.view])
            #expect(tree.rules(at: try #require(tree.node(at: "/nodes"))) == ["everyone": []])
            #expect(try #require(tree.node(at: "/nodes")).isInMenu == false)
            #expect(tree.basetypes["page"] == TestTree.basetypes[1])
        }
    }

    @Test func aTreeThatIsThereStays() async throws {
        try await withTree { _, model in
            _ = try await model.removeNode(model.id("/office/news"))
            let planted = try await model.plant(TestTree.seeds)
            #expect(planted == 0)
            let paths = try await model.paths()
            #expect(!paths.contains("/office/news"))
        }
    }

    @Test func twoWhoPlantAtOnceMakeOneTree() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await model.declareBasetypes(TestTree.basetypes)
            async let one = model.plant(TestTree.seeds)
            async let other = model.plant(TestTree.seeds)
            let planted = try await [one, other]
            #expect(planted.sorted() == [0, 6])
        }
    }

    @Test func seedsThatDoNotFitLeaveNothing() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await model.declareBasetypes(TestTree.basetypes)
            let seeds = TestTree.seeds + [NodeSeed("/a/b", "page", title: "Nowhere")]
            let error = await refusal { try await model.plant(seeds) }
            #expect(error == .notFound("there is no node /a to put /a/b under"))
            let paths = try await model.paths()
            #expect(paths == [])
        }
    }
}
