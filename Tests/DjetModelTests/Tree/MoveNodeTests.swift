import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct MoveNodeTests {
    @Test func movingABranchMovesItsPaths() async throws {
        try await withTree { _, model in
            let (office, news) = try await (model.id("/office"), model.id("/office/news"))
            _ = try await model.addNode(NodeSeed("/office/news/old_ones", "page", title: "Old"))
            _ = try await model.addNode(NodeSeed("/office/newsletter", "page", title: "Not below news"))
            let moved = try await model.moveNode(news, under: model.id("/nodes"), name: "press")
            #expect(moved.path == "/nodes/press")
            _ = try await model.moveNode(office, name: "bureau")
            let paths = try await model.paths()
            #expect(
                paths == [
                    "/", "/bureau", "/bureau/jobs", "/bureau/newsletter", "/nodes", "/nodes/press",
                    "/nodes/press/old_ones", "/openapi.json",
                ])
        }
    }

    @Test func aNodeFindsItsPlaceAmongItsSiblings() async throws {
        try await withTree { _, model in
            _ = try await model.moveNode(model.id("/openapi.json"), position: 0)
            let paths = try await model.paths()
            #expect(paths[1] == "/openapi.json")
        }
    }

    @Test func cyclesAreRefused() async throws {
        try await withTree { _, model in
            let office = try await model.id("/office")
            let below = await refusal { try await model.moveNode(office, under: model.id("/office/news")) }
            #expect(below == .conflict("/office cannot be moved below itself"))
            let itself = await refusal { try await model.moveNode(office, under: office) }
            #expect(itself == .conflict("/office cannot be moved below itself"))
        }
    }

    @Test func twoMovesAtOnceMakeNoCycle() async throws {
        try await withTree { _, model in
            for round in 0..<10 {
                let a = try await model.addNode(NodeSeed("/a\(round)", "page", title: "A")).id
                let b = try await model.addNode(NodeSeed("/b\(round)", "page", title: "B")).id
                async let one = refused { try await model.moveNode(a, under: b) }
                async let other = refused { try await model.moveNode(b, under: a) }
                let refusals = await [one, other].filter(\.self)
                #expect(refusals.count == 1)
            }
        }
    }

    @Test func aTakenPathAndTheRootAreRefused() async throws {
        try await withTree { _, model in
            let root = try await model.id("/")
            let moved = await refusal { try await model.moveNode(root, under: model.id("/office")) }
            #expect(moved == .conflict("the root cannot be moved"))
            let taken = await refusal {
                try await model.moveNode(model.id("/office/news"), under: root, name: "nodes")
            }
            #expect(taken == .conflict("there is a node /nodes already"))
            let gone = await refusal { try await model.moveNode(4711, name: "x") }
            #expect(gone == .notFound("there is no node with the number 4711"))
        }
    }

    @Test func whoWritesToTheTableIsHeldToTheSameRules() async throws {
        try await withTree { database, model in
            let (office, news) = try await (model.id("/office"), model.id("/office/news"))
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query("update djet.node set parent = \(news) where id = \(office)")
            }
            #expect(error?.sqlState?.rawValue == "DJ409")
            try await database.store.query("update djet.node set path = '/elsewhere' where id = \(news)")
            let path = try await model.tree().node(news)?.path
            #expect(path == "/office/news")
        }
    }

    private func refused(_ body: () async throws -> Node) async -> Bool {
        do {
            _ = try await body()
            return false
        } catch {
            return error is ModelError
        }
    }
}
