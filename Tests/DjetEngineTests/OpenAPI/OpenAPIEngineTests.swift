import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetEngine

/// The document describes the site, and shows nobody more than they may know.
@Suite struct OpenAPIEngineTests {
    @Test func aStrangerReadsOfOpenNodesOnly() async throws {
        try await withSpec { site in
            let paths = try paths(try await site.json("GET", "/openapi.json"))
            #expect(paths.contains("/bench"))
            #expect(paths.contains("/bench/{id}"))
            #expect(paths.contains("/openapi.json"))
            #expect(!paths.contains("/bench/operated"))
            let spec = try spec(of: try await site.json("GET", "/openapi.json"))
            #expect(spec["paths"]?["/sign-in"]?["post"]?["responses"]?["429"] != nil)
            #expect(spec["paths"]?["/bench"]?["post"]?["responses"]?["507"] == nil)
            #expect(!paths.contains { $0.hasPrefix("/admin") })
        }
    }

    @Test func anAdministratorReadsOfEverything() async throws {
        try await withSpec { site in
            let program = try await Program("root", roles: [Role.administrator], site)
            let spec = try spec(of: try await program.get("/openapi.json"))
            let paths = try #require(members(spec["paths"]))
            #expect(
                paths["/admin/nodes/{id}/move"]?["post"]?["security"] == [["token": []], ["session": []]])
            #expect(paths["/bench"]?["get"]?["security"] == [[:], ["token": []], ["session": []]])
            #expect(paths["/bench/deep/{rest}"] != nil)
            let moved = try await program.post(
                "/admin/nodes/\(try await site.site.model.id("/bench"))/move", #"{"name":"desk"}"#)
            #expect(moved.status == 200, "\(moved.body)")
            let after = try self.paths(try await program.get("/openapi.json"))
            #expect(after.contains("/desk/{id}"))
        }
    }

    @Test func itIsMadeOnceForATreeAndASetOfRights() async throws {
        try await withSpec { site in
            let program = try await Program("root", roles: [Role.administrator], site)
            let first = try await program.get("/openapi.json")
            let tag = try #require(first["etag"])
            for _ in 0..<5 {
                let known = try await program.get("/openapi.json", "If-None-Match: \(tag)")
                #expect(known.status == 304 && known.body.isEmpty)
                #expect(try await program.get("/openapi.json").body == first.body)
            }
            #expect(site.site.openAPI.made == 1)
            let stranger = try await site.json("GET", "/openapi.json")
            #expect(stranger["etag"] != tag && stranger.body != first.body)
            _ = try await site.json("GET", "/openapi.json")
            #expect(site.site.openAPI.made == 2)
            let moved = try await program.post(
                "/admin/nodes/\(try await site.site.model.id("/bench"))/move", #"{"name":"desk"}"#)
            #expect(moved.status == 200, "\(moved.body)")
            let after = try await program.get("/openapi.json", "If-None-Match: \(tag)")
            #expect(after.status == 200 && after["etag"] != tag)
        }
    }

    @Test func theOldestDocumentMakesRoomForAnother() {
        var shelf = OpenAPIShelf.State()
        let rights = (0...OpenAPIShelf.most).map { [Set<Right>](repeating: [.view], count: $0) }
        for each in rights {
            shelf.add(Task<OpenAPIShelf.Document, any Error> { throw CancellationError() }, for: each)
        }
        #expect(shelf.documents.count == OpenAPIShelf.most)
        #expect(rights.map { shelf.documents[$0] == nil } == rights.indices.map { $0 == 0 })
    }

    @Test func queriesBodiesAndAnswersAreDescribed() async throws {
        try await withSpec { site in
            let spec = try spec(of: try await site.json("GET", "/openapi.json"))
            let asked = try #require(spec["paths"]?["/bench/asked"]?["get"])
            guard case .list(let parameters)? = asked["parameters"] else { throw CancellationError() }
            #expect(parameters.map { $0["name"] } == ["limit", "order", "since"])
            #expect(
                parameters[1]["schema"] == [
                    "anyOf": [
                        ["type": "string", "enum": ["up", "down"]], ["type": "string", "maxLength": 0],
                    ]
                ])
            let post = try #require(spec["paths"]?["/bench"]?["post"])
            let body = post["requestBody"]?["content"]?["application/json"]?["schema"]
            #expect(body?["required"] == ["name"])
            #expect(body?["properties"]?["size"]?["anyOf"] != nil)
            let statuses = try #require(members(post["responses"])).keys.sorted()
            #expect(
                statuses == [
                    "200", "201", "303", "3XX", "400", "401", "403", "404", "406", "409", "412", "413", "415",
                    "422", "429", "503",
                ])
            let bytes = spec["paths"]?["/bench/bytes"]?["post"]?["requestBody"]?["content"]
            #expect(bytes == ["text/csv": [:]])
        }
    }

    @Test func whatIsReferredToIsThereAndEveryOperationHasANameOfItsOwn() async throws {
        try await withSpec { site in
            let program = try await Program("root", roles: [Role.administrator], site)
            for path in ["/a", "/a/b", "/a-b", "/bench/id"] {
                let seed = NodeSeed(path, "page", title: path)
                _ = try await site.site.model.addNode(seed)
            }
            var answer = try await program.get("/openapi.json")
            // The ring that tells the site may not have arrived yet.
            while !answer.body.contains("bench/id\"") { answer = try await program.get("/openapi.json") }
            let spec = try spec(of: answer)
            for reference in answer.body.matches(of: #/"\$ref":"#\/([^"]*)"/#) {
                let target = reference.1.split(separator: "/").reduce(Optional(spec)) { $0?[String($1)] }
                #expect(target != nil, "\(reference.1)")
            }
            let names = answer.body.matches(of: #/"operationId":"([^"]*)"/#).map(\.1)
            #expect(names.count > 15)
            #expect(Set(names).count == names.count)
            #expect(names.contains("get /a-b") && names.contains("get /a/b"))
        }
    }

    private func spec(of answer: TestAnswer) throws -> JSONValue {
        try JSON.value(from: answer.body)
    }

    private func paths(_ answer: TestAnswer) throws -> [String] {
        try #require(members(try spec(of: answer)["paths"])).keys.sorted()
    }

    private func members(_ value: JSONValue?) -> [String: JSONValue]? {
        guard case .object(let members)? = value else { return nil }
        return members
    }

    private func withSpec(_ body: (TestSite) async throws -> Void) async throws {
        try await withBench { try await body($0) }
    }
}
