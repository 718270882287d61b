import DjetModel
import DjetTestSupport
import Testing

/// The limit of a request's body before sign-in.
@Suite struct ShortBodyTests {
    @Test(arguments: [
        "/sign-in", "/sign-in/out", "/sign-in/welcome", "/sign-in/code", "/sign-in/second-factor",
        "/sign-in/second-factor/confirm",
    ])
    func aPageThatIsOpenToEveryoneTakesAFewKilobytes(path: String) async throws {
        try await withUserSite { _, site, _, _ in
            let long = try await site.submit(
                path, "name=ada&password=" + String(repeating: "x", count: 20_000))
            #expect(long.status == 413)
            let chunked = try await site.submit(
                path, "name=ada&password=" + String(repeating: "x", count: 20_000),
                ["Transfer-Encoding: chunked"])
            #expect(chunked.status == 413)
        }
    }

    @Test func whatIsTooLongToBeANameOrAPasswordIsToldSo() async throws {
        try await withUserSite { people, site, _, _ in
            for (name, password, words) in [
                (String(repeating: "n", count: 64), "x", "a name must have at most 63 characters"),
                (
                    "ada", String(repeating: "%C3%A9", count: 1001),
                    "a password must have at most 1000 characters"
                ),
            ] {
                let page = try await site.submit("/sign-in", "name=\(name)&password=\(password)")
                #expect(page.status == 422 && page.body.contains(words))
            }
            let actions = try await people.actions()
            #expect(!actions.contains { $0.contains("sign-in.refused") })
        }
    }
}
