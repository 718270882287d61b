import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct AccountEngineTests {
    @Test func onesOwnAccountIsShown() async throws {
        try await withUserSite { _, site, _, ada in
            let page = try await ada.get("/account")
            #expect(page.status == 200)
            #expect(page.body.contains(">Sessions<") && page.body.contains("this one"))
            #expect(!page.body.contains(ada.token))
            let json = try await site.ask("GET", "/account", ["Accept: application/json", ada.cookie])
            #expect(json.body.contains(#""name":"ada""#) && !json.body.contains(ada.token))
        }
    }

    @Test func thePasswordIsChangedAndOtherSessionsEnd() async throws {
        try await withUserSite { people, site, _, ada in
            let other = Browser(site, try await people.stranger().signIn("ada", password: People.password))
            let wrong = try await ada.post(
                "/account/password", "present=wrong&password=a+new+password&again=a+new+password")
            #expect(wrong.status == 403)
            #expect(wrong.body.contains("the current password is wrong"))
            let answer = try await ada.post(
                "/account/password",
                "present=correct+horse+battery&password=a+new+password&again=a+new+password")
            #expect(answer.status == 303)
            #expect(try await ada.isIn)
            #expect(try await !other.isIn)
        }
    }

    @Test func onesTokensAreRevokedWhereverOneIsOffered() async throws {
        try await withUserSite { people, _, _, ada in
            let request = TokenRequest(purpose: "t", rights: [.view])
            func addTokens() async throws {
                for _ in 0..<3 { _ = try await people.acting(as: "ada").addToken(request, for: "ada") }
            }
            func count() async throws -> Int { try await people.model.tokens(of: "ada").count }
            try await addTokens()
            let page = try await ada.get("/account")
            #expect(
                page.body.count("Also revoke my 3 API tokens") == 2,
                "with the password, and with the sessions")
            let password = "password=a+new+password&again=a+new+password&revokeTokens=true"
            #expect(try await ada.post("/account/password", "present=wrong&\(password)").status == 403)
            #expect(try await count() == 3, "who does not know the password revokes nothing")
            let changed = try await ada.post("/account/password", "present=correct+horse+battery&\(password)")
            #expect(changed.status == 303)
            #expect(try await count() == 0)
            try await addTokens()
            #expect(try await ada.post("/account/tokens/revoke").status == 303)
            #expect(try await count() == 0)
            try await addTokens()
            #expect(try await ada.post("/account/sessions/end", "revokeTokens=true").status == 303)
            #expect(try await count() == 0)
        }
    }

    @Test func sessionsAreEndedButNoOthers() async throws {
        try await withUserSite { people, site, root, ada in
            let other = try await people.stranger().signIn("ada", password: People.password)
            let foreign = try await people.model.session(ofToken: root.token)
            let refused = try await ada.post("/account/sessions/\(foreign?.id ?? 0)/end")
            #expect(refused.status == 404)
            #expect(try await root.isIn)
            _ = try await ada.post("/account/sessions/\(other.session.id)/end")
            #expect(try await !Browser(site, other).isIn)
            let all = try await ada.post("/account/sessions/end")
            #expect(all["set-cookie"]?.contains("Max-Age=0") == true)
            #expect(try await !ada.isIn)
        }
    }

    @Test func aTokenIsShownOnce() async throws {
        try await withUserSite { people, site, _, ada in
            let answer = try await ada.post(
                "/account/tokens", "purpose=Script&rights=view&rights=use&below=%2Faccount&days=7")
            #expect(answer.status == 201)
            #expect(answer["cache-control"] == "no-store")
            let token = try #require(answer.body.firstMatch(of: #/djet_[\w-]{43}/#))
            let mine = try await site.json("GET", "/account", token: String(token.output))
            #expect(mine.status == 200)
            let page = try await ada.get("/account")
            #expect(page.body.contains("Script") && !page.body.contains(token.output))

            let id = try #require(try await people.model.tokens(of: "ada").first?.id)
            _ = try await ada.post("/account/tokens/\(id)/revoke")
            let over = try await site.json("GET", "/account", token: String(token.output))
            #expect(over.status == 401)
        }
    }

    @Test(arguments: [
        "purpose=x", "purpose=x&rights=everything", "purpose=&rights=view",
        "purpose=x&rights=view&below=evil",
        "purpose=x&rights=view&days=1000", "purpose=x&rights=view&days=soon",
        "purpose=x%0d%0aSet-Cookie:+a=b&rights=view", "purpose=x&rights=view&below=%2Fnosuch",
    ])
    func aTokenThatCannotBeIsRefused(form: String) async throws {
        try await withUserSite { _, _, _, ada in
            let answer = try await ada.post("/account/tokens", form)
            #expect(answer.status == 422)
            #expect(!answer.body.contains("djet_"))
        }
    }

    @Test func aProgramIsToldWhichFieldsAreWrong() async throws {
        try await withUserSite { _, site, _, ada in
            let answer = try await site.json(
                "POST", "/account/tokens", body: #"{"purpose":"x","rights":["view"],"days":"soon"}"#,
                headers: [ada.cookie, "X-CSRF-Token: \(ada.csrf)"])
            #expect(answer.status == 422)
            #expect(answer.body.contains(#""errors":[{"#) && answer.body.contains("days"), "\(answer.body)")
        }
    }

    @Test func aTokensBranchIsInTheTree() async throws {
        try await withUserSite { _, site, _, ada in
            for (below, status) in [
                ("/nosuch", 422), ("/tickets", 201), ("/tickets/slow.1", 422), ("/", 201),
            ] {
                let answer = try await site.json(
                    "POST", "/account/tokens",
                    body: #"{"purpose":"x","rights":["view"],"below":"\#(below)"}"#,
                    headers: [ada.cookie, "X-CSRF-Token: \(ada.csrf)"])
                #expect(answer.status == status, "\(below)")
                #expect((status == 422) == answer.body.contains(#""field":"below""#), "\(answer.body)")
            }
        }
    }

    @Test func aTokenSaysWhichOfItsRightsTheUserLacks() async throws {
        try await withUserSite { _, site, root, ada in
            let body = #"{"purpose":"x","rights":["view","manage"],"below":"/tickets"}"#
            for (browser, lacking) in [(ada, #"["manage"]"#), (root, "[]")] {
                let answer = try await site.json(
                    "POST", "/account/tokens", body: body,
                    headers: [browser.cookie, "X-CSRF-Token: \(browser.csrf)"])
                #expect(
                    answer.status == 201 && answer.body.contains("\"lacking\":\(lacking)"), "\(answer.body)")
            }
            let page = try await ada.post("/account/tokens", "purpose=x&rights=manage")
            #expect(page.body.contains("only once you do"))
        }
    }

    @Test func aTokenChangesNothingOfItsUsersAccount() async throws {
        try await withUserSite { people, site, _, _ in
            let request = TokenRequest(purpose: "all", rights: Set(Right.allCases))
            let token = try await people.acting(as: "root").addToken(request, for: "root").token
            let attempts = [
                ("/account/tokens", #"{"purpose":"x","rights":["manage"]}"#),
                ("/account/name", #"{"fullName":"x"}"#),
                ("/account/password", #"{"present":"\#(People.password)","password":"a new password"}"#),
                ("/account/sessions/end", "{}"),
            ]
            for (path, body) in attempts {
                let answer = try await site.json("POST", path, token: token, body: body)
                #expect(answer.status == 403, "\(path)")
            }
        }
    }

    @Test(arguments: ["x%0d%0aSet-Cookie:+a=b", "%1b%5b31m", "%e2%80%aeevil", "", "%00"])
    func aShownNameCannotSteerAnything(name: String) async throws {
        try await withUserSite { _, _, _, ada in
            let answer = try await ada.post("/account/name", "fullName=\(name)")
            #expect(answer.status == 422 || name == "%00")
            #expect(answer["set-cookie"] == nil)
        }
    }
}

extension String {
    /// Returns how often a text stands in it.
    fileprivate func count(_ text: String) -> Int { components(separatedBy: text).count - 1 }
}
