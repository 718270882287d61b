import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct DeclareBasetypesTests {
    @Test func aBasetypeIsBroughtUpToDateAndOthersStay() async throws {
        try await withTree { database, model in
            var rings = database.store.listener.rings(on: [Tree.channel]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            try await model.declareBasetypes(TestTree.basetypes)
            try await model.declareBasetypes([Basetype("page", title: "Leaf")])
            let basetypes = try await model.tree().basetypes
            #expect(basetypes["page"]?.title == "Leaf")
            #expect(basetypes.count == TestTree.basetypes.count)
            #expect(await rings.next() == .rang(channel: Tree.channel))
        }
    }

    @Test func whatThereAreSeveralOfCannotBecomeASingleton() async throws {
        try await withTree { _, model in
            let error = await refusal {
                try await model.declareBasetypes([
                    Basetype("directory", title: "Directory", isSingleton: true)
                ])
            }
            #expect(
                error
                    == .conflict(
                        "the basetype directory is declared a singleton, but there are 2 nodes of it"))
        }
    }

    @Test func whatBecomesASingletonIsHeldToIt() async throws {
        try await withTree { _, model in
            _ = try await model.removeNode(model.id("/office/news"))
            try await model.declareBasetypes([Basetype("page", title: "Page", isSingleton: true)])
            let error = await refusal { try await model.addNode(NodeSeed("/p", "page", title: "Page")) }
            #expect(error?.message.contains("/openapi.json") == true)
        }
    }
}
