import DjetModel
import DjetTestSupport
import Testing

/// Basetypes and a first tree for the tests.
enum TestTree {
    static let basetypes = [
        Basetype("directory", title: "Directory"),
        Basetype(
            "page", title: "Page",
            columns: [
                Column("body", title: "Text", .longtext), Column("subtitle", title: "Subtitle"),
            ]),
        Basetype("jobmachine", title: "Jobs", isSingleton: true),
        Basetype("nodes", title: "Nodes", isSingleton: true, isRequired: true),
        Basetype(
            "everything", title: "Everything",
            columns: Column.Kind.allCases.map {
                Column($0.rawValue, title: $0.rawValue, $0, isRequired: $0 == .queue)
            }),
    ]

    static let seeds = [
        NodeSeed("/office/jobs", "jobmachine", title: "Jobs", access: ["users": [.view]]),
        NodeSeed(
            "/", "directory", title: "Home",
            access: ["everyone": [.view], "administrator": Set(Right.allCases)]),
        NodeSeed("/office", "directory", title: "Office"),
        NodeSeed("/office/news", "page", title: "News"),
        NodeSeed("/nodes", "nodes", title: "Nodes", inMenu: false, access: ["everyone": []]),
        NodeSeed("/openapi.json", "page", title: "OpenAPI"),
    ]
}

/// Runs a test on a planted tree.
func withTree<Result: Sendable>(
    _ body: (TestDatabase, Model) async throws -> Result
) async throws -> Result {
    try await withDatabase { database in
        let model = database.model()
        try await model.declareBasetypes(TestTree.basetypes)
        try await model.plant(TestTree.seeds)
        return try await body(database, model)
    }
}

/// Returns the `ModelError` that `body` throws; nil if it throws none.
func refusal(_ body: () async throws -> some Sendable) async -> ModelError? {
    await #expect(throws: ModelError.self) { _ = try await body() }
}

extension Model {
    func id(_ path: String) async throws -> Node.ID {
        try #require(try await tree().node(at: path)).id
    }

    func paths() async throws -> [String] {
        try await tree().nodes.map(\.path)
    }
}
