import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

@Suite struct AuditEngineTests {
    @Test func entriesAreListedAndFiltered() async throws {
        try await withUserSite { _, site, root, ada in
            _ = try await ada.post("/account/name", "fullName=%3Cb%3EAda")
            _ = try await site.submit("/sign-in", "name=ada&password=wrong")
            let page = try await root.get("/admin/audit")
            #expect(page.body.contains("sign-in.refused") && page.body.contains("127.0.0.1"))
            #expect(page.body.contains("&lt;b&gt;Ada") && !page.body.contains("<b>Ada"))
            let mine = try await entries("?user=ada", root)
            #expect(mine.contains("user.change") && !mine.contains("sign-in.refused"))
            let refused = try await entries("?action=sign-in.refused", root)
            #expect(refused.matches(of: #/"target":/#).count == 1)
            let nothing = try await entries("?until=2020-01-01", root)
            #expect(nothing.contains(#""entries":[]"#))
            let some = try await entries("?since=2020-01-01&until=2100-01-01T00:00", root)
            #expect(some.contains("user.change"))
        }
    }

    @Test func aTimeComesBackAsItsFieldTakesIt() async throws {
        try await withUserSite { _, _, root, _ in
            let page = try await root.get("/admin/audit?since=2020-01-01&until=2100-01-01T10:30:00Z").body
            #expect(page.contains(#"data-utc autocomplete="off" value="2020-01-01T00:00""#))
            #expect(page.contains(#"data-utc autocomplete="off" value="2100-01-01T10:30""#))
            #expect(page.contains("From (<span data-zone>UTC</span>)"))
            #expect(page.contains("times in <span data-zone>UTC</span></footer>"))
        }
    }

    @Test func detailsAreTold() async throws {
        try await withUserSite { people, _, root, _ in
            try await people.acting(as: "ada").audit(
                "test.do", "x",
                detail: [
                    "below": .null, "rights": .list([.text("view"), .text("use")]), "nobody": .list([]),
                    "changed": .flag(true),
                ])
            let page = try await root.get("/admin/audit?action=test.do").body
            for told in ["rights:</span> view, use", "nobody:</span> none", "changed:</span> yes"] {
                #expect(page.contains(told), "\(told)")
            }
            #expect(!page.contains("below:"))
        }
    }

    @Test func pagesFollowEachOther() async throws {
        try await withUserSite { people, _, root, _ in
            for number in 1...120 { try await people.acting(as: "ada").audit("test.do", "number-\(number)") }
            var path: String? = "/admin/audit?action=test.do&user=ada"
            var seen: [Substring] = []
            while let next = path {
                let page = try await root.get(next)
                seen += page.body.matches(of: #/number-[0-9]+/#).map(\.output)
                path = page.body.firstMatch(of: #/href="([^"]+)" rel="next"/#).map {
                    String($0.output.1).replacing("&amp;", with: "&")
                }
            }
            #expect(seen == (1...120).reversed().map { "number-\($0)" })
        }
    }

    @Test(arguments: ["?before=0", "?before=x", "?since=soon", "?colour=red"])
    func aQueryThatMakesNoSenseIsRefused(query: String) async throws {
        try await withUserSite { _, _, root, _ in
            let answer = try await root.get("/admin/audit\(query)")
            #expect(answer.status == 400)
        }
    }

    private func entries(_ query: String, _ browser: Browser) async throws -> String {
        let headers = ["Accept: application/json", browser.cookie]
        let answer = try await browser.site.ask("GET", "/admin/audit\(query)", headers)
        return answer.body.replacing(#/"actions":\[.*?\]/#, with: "")
    }
}
