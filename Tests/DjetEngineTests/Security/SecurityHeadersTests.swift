import DjetTestSupport
import Testing

@Suite struct SecurityHeadersTests {
    @Test func everyAnswerGuardsItself() async throws {
        try await withUserSite { _, site, root, _ in
            let answers = [
                try await site.ask("GET", "/sign-in", [Browser.html]), try await root.get("/admin/users"),
                try await site.json("GET", "/nowhere"), try await site.ask("GET", "/account", [Browser.html]),
                try await site.submit("/sign-in", "name=a&password=b"),
                try await site.ask("GET", "/assets/site.css"), try await site.ask("GET", "/%zz"),
            ]
            for answer in answers {
                let policy = answer["content-security-policy"] ?? ""
                for rule in [
                    "default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
                ] {
                    #expect(policy.contains(rule), "\(answer.head)")
                }
                #expect(!policy.contains("unsafe"))
                #expect(answer["x-content-type-options"] == "nosniff")
                #expect(answer["referrer-policy"] == "same-origin")
                #expect(answer["cross-origin-opener-policy"] == "same-origin")
            }
        }
    }

    @Test func noCacheOnTheWayKeepsAPageOfSomebodys() async throws {
        try await withUserSite { _, _, root, _ in
            let page = try await root.get("/admin/users")
            #expect(page["cache-control"]?.contains("private") == true)
            #expect(page["vary"]?.contains("Cookie") == true)
        }
    }

    @Test func noPageHoldsInlineScriptsOrStyles() async throws {
        try await withUserSite { _, site, root, _ in
            var pages = [try await site.ask("GET", "/sign-in", [Browser.html]).body]
            for path in ["/account", "/admin/users", "/admin/users/ada", "/admin/audit"] {
                pages.append(try await root.get(path).body)
            }
            for page in pages {
                #expect(page.contains("<main"))
                #expect(
                    !page.contains(
                        #/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:|https?:\/\//#),
                    "\(page)")
                for form in page.matches(of: #/<form[^>]*method="post"[^>]*>(?s:.*?)<\/form>/#) {
                    #expect(form.output.contains("name=\"csrf\""))
                }
            }
        }
    }
}
