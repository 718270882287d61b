import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

/// A stranger learns nothing of hidden nodes: these are answered like missing ones.
@Suite struct HiddenTreeTests {
    /// In each pair the first node is missing, and the second is hidden.
    static let closedRoot = [
        ("/nothing", "/jobs"), ("/nothing/at/all", "/admin/users/root"), ("/tickets/slow.1", "/tickets"),
        ("/jobs/zzz/zzz", "/jobs/events"), ("/nothing?a=b", "/jobs?a=b"),
    ]
    static let openBranch = [
        ("/open/nothing", "/open/secret"), ("/open/nothing/more", "/open/secret/more"),
        ("/open/nothing", "/open/moved"), ("/open/nothing?x=1", "/open/secret?x=1"),
        ("/open/nothing/events", "/open/secret/events"),
    ]

    @Test(arguments: ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
    func aStrangerGetsOneAnswer(_ method: String) async throws {
        let headers = ["Accept: application/json", "Content-Type: application/json", "If-None-Match: *"]
        try await withHidden { site in
            for (nothing, hidden) in Self.closedRoot + Self.openBranch {
                let none = try await site.ask(method, nothing, headers)
                let one = try await site.ask(method, hidden, headers)
                #expect(same(none, one), "\(method) \(hidden): \(none.head) \(one.head)")
                #expect(one.status == (hidden.hasPrefix("/open") ? 404 : 401), "\(method) \(hidden)")
            }
        }
    }

    @Test func peopleWhoHaveNotSignedInAreSentToDoSoForBoth() async throws {
        try await withHidden { site in
            for path in ["/nothing", "/jobs"] {
                let answer = try await site.ask("GET", path, ["Accept: text/html"])
                #expect(
                    answer.status == 303
                        && answer["location"] == "/sign-in?then=\(path.replacing("/", with: "%2F"))")
            }
            let none = try await site.ask("POST", "/nothing", ["Accept: text/html"])
            let hidden = try await site.ask("POST", "/jobs", ["Accept: text/html"])
            #expect(none.body.replacing("nothing", with: "jobs") == hidden.body)
        }
    }

    @Test func neitherListsNorMenusNorDocumentsNameIt() async throws {
        try await withHidden { site in
            for path in ["/open", "/openapi.json", "/sign-in"] {
                for accept in ["text/html", "application/json"] {
                    let answer = try await site.ask("GET", path, ["Accept: \(accept)"])
                    #expect(answer.status == 200)
                    #expect(
                        !answer.body.contains("/secret") && !answer.body.contains("\"/jobs"),
                        "\(path) \(accept)"
                    )
                }
            }
        }
    }

    @Test func whoHasSignedInAndMayNotIsToldSoBeforeAnythingElse() async throws {
        try await withHidden { site in
            let ada = try await Program("ada", roles: [], site)
            for method in ["GET", "POST", "DELETE"] {
                for path in ["/jobs", "/jobs/zzz/zzz", "/jobs?limit=many"] {
                    let answer = try await site.ask(
                        method, path, ada.headers + ["Content-Type: application/json"])
                    #expect(answer.status == 403, "\(method) \(path)")
                }
            }
        }
    }

    private func same(_ one: TestAnswer, _ other: TestAnswer) -> Bool {
        let ignored: Set = ["date", "content-length"]
        let heads = [one, other].map { $0.headers.filter { !ignored.contains($0.key) } }
        return one.status == other.status && one.body == other.body && heads[0] == heads[1]
    }

    private func withHidden(_ body: (TestSite) async throws -> Void) async throws {
        try await withDatabase { database in
            try await database.cheapenPasswords()
            let seeds = [
                NodeSeed("/open", "directory", title: "Open", access: [Role.everyone: [.view]]),
                NodeSeed("/open/secret", "page", title: "secret", access: [Role.everyone: []]),
                NodeSeed("/open/secret/more", "page", title: "secret"),
                NodeSeed(
                    "/open/moved", "page", title: "secret", access: [Role.everyone: []],
                    redirect: Redirect(to: "/open/secret")),
            ]
            try await withSite(database.model(), seeds: seeds, body)
        }
    }
}
