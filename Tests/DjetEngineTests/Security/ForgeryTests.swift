import DjetModel
import DjetTestSupport
import Testing

/// Requests that other sites make a browser send are refused (CSRF).
@Suite struct ForgeryTests {
    @Test func withoutTheSessionsTokenNothingIsDone() async throws {
        try await withUserSite { people, _, root, ada in
            let bodies = [
                "fullName=Fool", "fullName=Fool&csrf=", "fullName=Fool&csrf=\(root.csrf)",
                "fullName=Fool&csrf=\(ada.csrf.dropLast())x", "fullName=Fool&csrf=\(ada.csrf)x",
            ]
            for body in bodies {
                let answer = try await ada.send("/account/name", body)
                #expect(answer.status == 403 && answer.body.contains("Reload the page"), "\(body)")
            }
            let user = try await people.model.user("ada")
            #expect(user.fullName == "ada")
        }
    }

    @Test func theTokenIsTakenFromTheFormOrTheHead() async throws {
        try await withUserSite { people, site, _, ada in
            #expect(try await ada.post("/account/name", "fullName=One").status == 303)
            let header = try await ada.send("/account/name", "fullName=Two", ["X-CSRF-Token: \(ada.csrf)"])
            #expect(header.status == 303)
            let json = ["Content-Type: application/json", ada.cookie]
            let bare = try await site.ask("POST", "/account/name", json, body: #"{"fullName":"Three"}"#)
            #expect(bare.status == 403 && bare.body.contains("X-CSRF-Token"), "\(bare.body)")
            let program = try await site.ask(
                "POST", "/account/name", json + ["X-CSRF-Token: \(ada.csrf)"], body: #"{"fullName":"Four"}"#)
            #expect(program.status == 200)
            #expect(try await people.model.user("ada").fullName == "Four")
        }
    }

    @Test func whatABrowserSaysOfAnotherSiteIsBelieved() async throws {
        try await withUserSite { _, site, _, ada in
            let cases = [
                (["Sec-Fetch-Site: cross-site"], 403), (["Sec-Fetch-Site: same-site"], 403),
                (["Sec-Fetch-Site: same-origin"], 303), (["Sec-Fetch-Site: none"], 303),
                (["Origin: https://evil.example"], 403), (["Origin: null"], 403),
                (["Origin: \(site.address).evil.example"], 403), (["Origin: \(site.address)"], 303),
                (["Sec-Fetch-Site: cross-site", "Origin: \(site.address)"], 403), ([], 303),
            ]
            for (headers, status) in cases {
                let answer = try await ada.post("/account/name", "fullName=Ada", headers)
                #expect(answer.status == status, "\(headers)")
            }
        }
    }

    @Test func readingTakesNoToken() async throws {
        try await withUserSite { _, site, _, ada in
            let answer = try await site.ask(
                "GET", "/account", [Browser.html, ada.cookie, "Sec-Fetch-Site: cross-site"])
            #expect(answer.status == 200, "a link from elsewhere may be followed")
        }
    }

    @Test func aProgramWithAnAPITokenIsNoBrowser() async throws {
        try await withUserSite { people, site, _, _ in
            let request = TokenRequest(purpose: "x", rights: [.manage])
            let token = try await people.acting(as: "root").addToken(request, for: "root").token
            let top = try await people.model.id("/")
            let answer = try await site.json(
                "POST", "/admin/nodes", token: token,
                body: #"{"under":\#(top),"name":"a","basetype":"page","title":"A"}"#,
                headers: ["Origin: https://tool.example"])
            #expect(answer.status == 200, "\(answer.body)")
        }
    }
}
