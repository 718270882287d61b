import DjetEngine
import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

@Suite struct PageEngineTests {
    static let open: [String: Set<Right>] = [Role.everyone: [.view]]

    @Test func aTextIsShownInParagraphsAndItsMarkupIsText() async throws {
        try await withPages { site in
            let html = try await site.ask("GET", "/about", ["Accept: text/html"])
            #expect(html.status == 200)
            #expect(html.body.contains("<h1>About &lt;us&gt;</h1>"))
            #expect(html.body.contains("<p>First\nline</p>"))
            #expect(html.body.contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"))
            let json = try await site.json("GET", "/about")
            #expect(
                json.body
                    == #"{"paragraphs":["First\nline","<script>alert(1)</script>"],"title":"About <us>"}"#)
        }
    }

    @Test func aDirectoryListsWhatTheVisitorMaySee() async throws {
        try await withPages { site in
            let stranger = try await site.json("GET", "/shelf")
            #expect(stranger.body.contains("/shelf/open"))
            #expect(!stranger.body.contains("/shelf/closed"))
            #expect(!stranger.body.contains("/shelf/hidden"))
            let clerk = try await Program("clerk", roles: [], site)
            let seen = try await clerk.get("/shelf")
            #expect(seen.body.contains("/shelf/closed"))
            let html = try await site.ask("GET", "/shelf", ["Accept: text/html"])
            #expect(html.body.contains("<a class=\"card\" href=\"/shelf/open\"><strong>Open</strong>"))
        }
    }

    @Test func aMenuOffersOnlyWhatOpens() async throws {
        let staff = [
            NodeSeed("/staff", "directory", title: "Staff", access: [Role.users: [.view]]),
            NodeSeed("/staff/news", "page", title: "News"),
            NodeSeed("/staff/log", "log", title: "Log"),
        ]
        try await withDatabase { database in
            try await withSite(database.model(), engines: [LogEngine()], seeds: staff) { site in
                let clerk = try await Program("clerk", roles: [], site)
                #expect(try await clerk.get("/staff/log").status == 403)
                let list = try await clerk.get("/staff")
                #expect(list.body.contains("/staff/news") && !list.body.contains("/staff/log"))
                let page = try await clerk.get("/staff/news", "Accept: text/html")
                #expect(page.body.contains(#"href="/staff""#) && !page.body.contains("/staff/log"))
                let chief = try await Program("chief", roles: [Role.administrator], site)
                #expect(try await chief.get("/staff").body.contains("/staff/log"))
            }
        }
    }

    @Test func aPageTellsNoTitleThatTheVisitorMayNotSee() async throws {
        try await withPages { site in
            let closed = try await site.ask("GET", "/shelf/closed/x", ["Accept: text/html"])
            #expect(closed.status == 404)
            #expect(closed.body.contains("Shelf") && !closed.body.contains("Closed"))
            let below = try await site.ask("GET", "/shelf/closed/public", ["Accept: text/html"])
            #expect(below.status == 200)
            #expect(below.body.contains("Public") && !below.body.contains("Closed"))
            let clerk = try await Program("clerk", roles: [], site)
            let seen = try await clerk.get("/shelf/closed/public", "Accept: text/html")
            #expect(seen.body.contains("Closed"))
        }
    }

    @Test func aNodeRedirectsThoseWhoMaySeeIt() async throws {
        try await withPages { site in
            let answer = try await site.ask("GET", "/old/42?limit=3")
            #expect(answer.status == 302)
            #expect(answer["location"] == "/about/42?limit=3")
            let home = try await site.ask("GET", "/home/evil.example/x?a=b")
            #expect(home["location"] == "/evil.example/x?a=b")
            let bare = try await site.ask("GET", "/home")
            #expect(bare["location"] == "/")
            let elsewhere = try await site.ask("GET", "/far/x")
            #expect(elsewhere["location"] == "https://example.org/x")
            let secret = try await site.ask("GET", "/old-secret")
            #expect(secret.status == 401)
            #expect(secret["location"] == nil)
        }
    }

    private func withPages(_ body: (TestSite) async throws -> Void) async throws {
        let text = "First\r\nline\r\n\r\n \n<script>alert(1)</script>\n"
        let seeds = [
            NodeSeed(
                "/about", "page", title: "About <us>", columns: ["body": .text(text)], access: Self.open),
            NodeSeed("/shelf", "directory", title: "Shelf", access: Self.open),
            NodeSeed("/shelf/open", "page", title: "Open"),
            NodeSeed("/shelf/closed", "page", title: "Closed", access: [Role.everyone: []]),
            NodeSeed("/shelf/closed/public", "page", title: "Public", access: Self.open),
            NodeSeed("/shelf/hidden", "page", title: "Hidden", inMenu: false),
            NodeSeed(
                "/old", "page", title: "Old", access: Self.open,
                redirect: Redirect(to: "/about", status: 302)),
            NodeSeed("/home", "page", title: "Home", access: Self.open, redirect: Redirect(to: "/")),
            NodeSeed(
                "/far", "page", title: "Far", access: Self.open,
                redirect: Redirect(to: "https://example.org/")),
            NodeSeed("/old-secret", "page", title: "Old", redirect: Redirect(to: "/secret-name")),
        ]
        try await withDatabase { try await withSite($0.model(), seeds: seeds, body) }
    }
}

/// A page for those who manage.
private struct LogEngine: Engine {
    static let basetype = Basetype("log", title: "Log")
    var routes: [Route] {
        [Route(.get, "", right: .manage, "The log", answer: .bytes("text/plain")) { _ in .noContent }]
    }
}
