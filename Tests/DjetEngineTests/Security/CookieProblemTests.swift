import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

/// If the browser drops the session's cookie, the sign-in page explains it instead of failing silently.
@Suite struct CookieProblemTests {
    static let words = "signing in cannot work here"

    @Test(arguments: [
        ["Host: shop.example"], ["Host: 192.0.2.7:8080"],
        ["Host: shop.example", "Origin: http://shop.example"],
        ["Host: shop.example", "X-Forwarded-Proto: http"], ["Host: 127.0.0.1.evil.example"],
    ])
    func behindPlainHTTPThePagesSayWhatToDo(headers: [String]) async throws {
        try await withUserSite { people, site, _, _ in
            let page = try await site.ask("GET", "/sign-in", [Browser.html] + headers)
            #expect(page.status == 200 && page.body.contains(Self.words), "\(page.body)")
            #expect(page.body.contains("https://"))
            let answer = try await site.submit("/sign-in", SignInEngineTests.right, headers)
            #expect(answer.status == 403 && answer["set-cookie"] == nil)
            #expect(answer.body.contains(Self.words))
            let link = try await people.model.invite("ada")
            let welcome = try await site.ask(
                "GET", "/sign-in/welcome?invitation=\(link)", [Browser.html] + headers)
            #expect(welcome.body.contains(Self.words))
            let accepted = try await site.submit(
                "/sign-in/welcome", "invitation=\(link)&password=a+good+password", headers)
            #expect(accepted.status == 403 && accepted["set-cookie"] == nil)
            let kept = try await people.model.invitation(ofToken: link)
            #expect(kept?.name == "ada", "the link is not used up")
        }
    }

    @Test(arguments: [
        ["Host: localhost"], ["Host: LOCALHOST:80"], ["Host: shop.localhost"], ["Host: 127.8.0.1:8080"],
        ["Host: [::1]:8080"], ["Host: shop.example", "X-Forwarded-Proto: https"],
        ["Host: shop.example", "Origin: https://shop.example"],
        ["Host: shop.example", "Sec-Fetch-Site: same-origin"],
        ["Host: shop.example", "Forwarded: for=192.0.2.1;proto=https"],
    ])
    func whereCookiesAreKeptPeopleSignIn(headers: [String]) async throws {
        try await withUserSite { _, site, _, _ in
            let page = try await site.ask("GET", "/sign-in", [Browser.html] + headers)
            #expect(page.status == 200 && !page.body.contains(Self.words))
            let answer = try await site.submit("/sign-in", SignInEngineTests.right, headers)
            #expect(answer.status == 303 && answer["set-cookie"] != nil, "\(answer.body)")
        }
    }
}
