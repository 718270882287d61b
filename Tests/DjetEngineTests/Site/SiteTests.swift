import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct SiteTests {
    /// An application's own engine, in place of a shipped one.
    struct OwnHealth: Engine {
        static let basetype = Basetype("health", title: "Health", isSingleton: true)

        var routes: [Route] {
            [
                Route(.get, "live", "How it is", answer: .bytes("text/plain")) { _ in .text("quite well") }
            ]
        }
    }

    @Test func anApplicationsEngineReplacesTheShippedOneOfItsBasetype() async throws {
        try await withDatabase { database in
            try await withSite(database.model(), engines: [OwnHealth()]) { site in
                let answer = try await site.ask("GET", "/health/live")
                #expect(answer.status == 200 && answer.body == "quite well")
            }
        }
    }

    @Test func whoComesWhileTheTreeIsReadWaitsForThatReading() async throws {
        try await withDatabase { database in
            try await withSite(database.model()) { test in
                let site = test.site
                var trees = [try await site.tree(), try await site.tree()]
                // The tree is cached once the site hears of changes.
                while trees[0] !== trees[1] { trees = [trees[1], try await site.tree()] }
                try await site.model.addNode(NodeSeed("/news", "page", title: "News"))
                while trees.last?.node(at: "/news") == nil {
                    let more = try await withThrowingTaskGroup(of: Tree.self) { readers in
                        for _ in 0..<20 { readers.addTask { try await site.tree() } }
                        return try await readers.reduce(into: [Tree]()) { $0.append($1) }
                    }
                    trees += more
                }
                // The tree before the change, the one after, and one more if it was read just before the ring
                // came.
                let number = Set(trees.map { ObjectIdentifier($0) }).count
                #expect(number <= 3, "20 readers at a time read it \(number) times")
            }
        }
    }

    @Test func aTreeWithANodeThatNobodyAnswersForIsRefusedAsAWhole() async throws {
        try await withDatabase { database in
            let site = try Site(name: "Test", model: database.model())
            await #expect(throws: ModelError.self) {
                try await site.prepare(
                    StandardTree.seeds(title: "Test") + [NodeSeed("/moon", "moon", title: "Moon")])
            }
            let nodes = try await database.store.first("select count(*) from djet.node", as: Int.self)
            #expect(nodes == 0)
        }
    }
}
