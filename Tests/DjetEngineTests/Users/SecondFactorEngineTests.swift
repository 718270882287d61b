import DjetModel
import DjetTestSupport
import Testing

@Suite struct SecondFactorEngineTests {
    static let right = "name=ada&password=correct+horse+battery"

    @Test func itIsSetUpOnTheAccountPage() async throws {
        try await withUserSite { people, site, _, ada in
            #expect(try await ada.get("/account").body.contains("/account/second-factor"))
            let wrong = try await ada.post("/account/second-factor", "present=wrong+password")
            #expect(wrong.status == 403 && wrong.body.contains("the current password is wrong"))
            let begun = try await ada.post("/account/second-factor", "present=correct+horse+battery")
            #expect(begun.status == 303 && begun["location"] == "/account/second-factor")

            let page = try await ada.get("/account/second-factor")
            #expect(page["cache-control"] == "no-store")
            #expect(
                page.body.contains(#/href="otpauth://totp/Test:ada\?secret=[A-Z2-7]{32}&amp;issuer=Test"/#))
            #expect(page.body.contains("<svg") && page.body.contains(#/([A-Z2-7]{4} ){7}[A-Z2-7]{4}/#))
            let refused = try await ada.post("/account/second-factor/confirm", "code=nonsense")
            #expect(refused.status == 403 && refused.body.contains("the code is wrong"))
            let other = Browser(site, try await people.stranger().signIn("ada", password: People.password))
            let confirmed = try await ada.post(
                "/account/second-factor/confirm", "code=\(people.code(of: "ada"))")
            #expect(confirmed.status == 200 && confirmed["cache-control"] == "no-store")
            #expect(confirmed.body.matches(of: #/[a-z2-7]{4}(-[a-z2-7]{4}){3}/#).count == 10)
            #expect(try await ada.isIn)
            #expect(try await !other.isIn)
            let secret = try await ada.get("/account/second-factor")
            #expect(secret["location"] == "/account", "the secret is shown to nobody any more")
        }
    }

    @Test func whoKnowsThePasswordIsAskedForTheCode() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.enrol("ada")
            let asked = try await site.submit("/sign-in", Self.right + "&then=%2Faccount%3Fa%3Db")
            #expect(asked.status == 303)
            #expect(asked["location"] == "/sign-in/code?then=%2Faccount%3Fa%3Db")
            let begun = try Half(asked, site)
            #expect(try await begun.get("/account")["location"] == "/sign-in?then=%2Faccount")
            #expect(
                try await begun.get("/sign-in?then=%2Faccount")["location"] == "/sign-in/code?then=%2Faccount"
            )
            #expect(try await site.json("GET", "/account", headers: [begun.cookie]).status == 401)

            let page = try await begun.get("/sign-in/code?then=%2Faccount")
            #expect(page.body.contains(#"autocomplete="one-time-code""#))
            #expect(!page.body.contains("Sign out"), "nobody has signed in yet")
            let csrf = try #require(page.body.firstMatch(of: #/name="csrf" value="([\w-]{43})"/#)).output.1
            let code = try await people.code(of: "ada")
            let forged = try await begun.post("/sign-in/code", "code=\(code)")
            #expect(forged.status == 403)
            let wrong = try await begun.post("/sign-in/code", "csrf=\(csrf)&code=12")
            #expect(wrong.status == 401 && wrong.body.contains("the code is wrong"))
            let done = try await begun.post("/sign-in/code", "csrf=\(csrf)&code=\(code)&then=%2Faccount")
            #expect(done.status == 303 && done["location"] == "/account")
            let whole = try Half(done, site)
            #expect(whole.cookie != begun.cookie)
            #expect(try await whole.get("/account").status == 200)
            #expect(try await begun.get("/account").status == 303)
        }
    }

    @Test func aProgramIsToldWhatIsMissing() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.enrol("ada")
            let asked = try await site.json(
                "POST", "/sign-in", body: #"{"name":"ada","password":"\#(People.password)"}"#)
            #expect(asked.status == 200)
            #expect(asked.body.contains(#""awaits":"code""#) && !asked.body.contains("fullName"))
            let csrf = try #require(asked.body.firstMatch(of: #/"csrf":"([\w-]{43})"/#)).output.1
            let done = try await site.json(
                "POST", "/sign-in/code", body: #"{"code":"\#(try await people.code(of: "ada"))"}"#,
                headers: [try Half(asked, site).cookie, "X-CSRF-Token: \(csrf)"])
            #expect(done.status == 200 && done.body.contains(#""name":"ada""#))
        }
    }

    @Test func aCodeThatNothingAwaitsIsToldWhy() async throws {
        try await withUserSite { people, site, root, ada in
            let body = #"{"code":"123456"}"#
            let nothing = try await site.json("POST", "/sign-in/code", body: body)
            #expect(nothing.status == 401 && nothing.body.contains("no sign-in awaits a code"))
            let page = try await site.submit("/sign-in/code", "code=123456&then=%2Faccount")
            #expect(page.status == 401 && page.body.contains("no sign-in awaits a code"))
            #expect(page.body.contains(#"name="password""#) && page.body.contains(#"value="/account""#))
            let inside = try await site.json(
                "POST", "/sign-in/code", body: body, headers: [ada.cookie, "X-CSRF-Token: \(ada.csrf)"])
            #expect(inside.status == 409 && inside.body.contains("already signed in"), "\(inside.body)")
            try await people.model.need(secondFactor: true, for: "administrator")
            let none = try await site.json(
                "POST", "/sign-in/code", body: body, headers: [root.cookie, "X-CSRF-Token: \(root.csrf)"])
            #expect(none.status == 409 && none.body.contains("/sign-in/second-factor"), "\(none.body)")
        }
    }

    @Test func aSignInThatIsOverIsBegunAnew() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.enrol("ada")
            let begun = try Half(try await site.submit("/sign-in", Self.right), site)
            let code = try await people.code(of: "ada")
            people.clock.advance(by: 16 * 60)
            let late = try await begun.post("/sign-in/code", "code=\(code)")
            #expect(late.status == 401 && late.body.contains("no sign-in awaits a code"), "\(late.body)")
            #expect(late.body.contains(#"name="password""#))
        }
    }

    @Test func aCodeThatIsMissingIsNoGuess() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.enrol("ada")
            let asked = try await site.json(
                "POST", "/sign-in", body: #"{"name":"ada","password":"\#(People.password)"}"#)
            let csrf = try #require(asked.body.firstMatch(of: #/"csrf":"([\w-]{43})"/#)).output.1
            let begun = try Half(asked, site)
            for body in [#"{"code":""}"#, #"{"code":" \n"}"#, #"{"code":" "}"#, #"{"code":""}"#, "{}"] {
                let answer = try await site.json(
                    "POST", "/sign-in/code", body: body, headers: [begun.cookie, "X-CSRF-Token: \(csrf)"])
                #expect(answer.status == 422 && answer.body.contains("missing"), "\(body) \(answer.body)")
            }
            let page = try await begun.post("/sign-in/code", "csrf=\(csrf)&code=&then=%2Faccount")
            #expect(page.status == 422 && page.body.contains("the code is missing"))
            #expect(page.body.contains(#"autocomplete="one-time-code""#), "it can be typed there")
            let bare = try await site.json(
                "POST", "/sign-in/code", body: #"{"code":"123456"}"#, headers: [begun.cookie])
            #expect(bare.status == 403 && bare.body.contains("X-CSRF-Token"), "\(bare.body)")
            let code = try await people.code(of: "ada")
            let done = try await begun.post("/sign-in/code", "csrf=\(csrf)&code=\(code)")
            #expect(done.status == 303, "more than five were sent, and none was counted")
        }
    }

    @Test func whoseRoleNeedsItSetsItUpBeforeAnythingElse() async throws {
        try await withUserSite { people, site, root, _ in
            try await people.model.need(secondFactor: true, for: "administrator")
            #expect(try await root.get("/admin/users")["location"] == "/sign-in?then=%2Fadmin%2Fusers")
            let sent = try await root.get("/sign-in?then=%2Fadmin%2Fusers")
            #expect(sent["location"] == "/sign-in/second-factor?then=%2Fadmin%2Fusers")
            let begin = try await root.get("/sign-in/second-factor?then=%2Fadmin%2Fusers")
            #expect(begin.status == 200 && begin.body.contains("One of your roles needs it"))
            let begun = try await root.post("/sign-in/second-factor", "then=%2Fadmin%2Fusers")
            #expect(begun["location"] == "/sign-in/second-factor?then=%2Fadmin%2Fusers")
            #expect(try await root.get("/sign-in/second-factor").body.contains("otpauth://"))
            #expect(try await root.get("/admin/users").status == 303)
            let confirmed = try await root.post(
                "/sign-in/second-factor/confirm", "then=%2Fadmin%2Fusers&code=\(people.code(of: "root"))")
            #expect(confirmed.status == 200 && confirmed.body.contains(#"href="/admin/users""#))
            #expect(try await root.get("/admin/users").status == 200)
            #expect(try await site.submit("/sign-in/second-factor", "").status == 401)
        }
    }

    @Test func itIsRemovedByPasswordAndCode() async throws {
        try await withUserSite { people, _, _, ada in
            let session = try #require(try await people.model.session(ofToken: ada.token))
            try await people.enrol("ada", keeping: session.id)
            let wrong = try await ada.post(
                "/account/second-factor/remove", "present=correct+horse+battery&code=1")
            #expect(wrong.status == 403)
            let removed = try await ada.post(
                "/account/second-factor/remove",
                "present=correct+horse+battery&code=\(people.code(of: "ada"))")
            #expect(removed.status == 303)
            #expect(try await people.model.secondFactor(of: "ada") == nil)
            #expect(try await ada.isIn)
        }
    }

    @Test func anAdministratorRemovesTheOneOfALostDevice() async throws {
        try await withUserSite { people, _, root, ada in
            #expect(try await !root.get("/admin/users/ada").body.contains("second-factor/remove"))
            try await people.enrol("ada")
            #expect(
                try await root.get("/admin/users/ada").body.contains("/admin/users/ada/second-factor/remove"))
            #expect(try await ada.post("/admin/users/root/second-factor/remove").status != 303)
            #expect(try await root.post("/admin/users/ada/second-factor/remove").status == 303)
            #expect(try await people.model.secondFactor(of: "ada") == nil)
            #expect(try await root.post("/admin/users/ada/second-factor/remove").status == 409)
        }
    }

    @Test func aTokenNeitherSetsItUpNorRemovesIt() async throws {
        try await withUserSite { people, site, _, _ in
            let request = TokenRequest(purpose: "all", rights: Set(Right.allCases))
            let token = try await people.acting(as: "root").addToken(request, for: "root").token
            let attempts = [
                ("GET", "/account/second-factor", nil),
                ("POST", "/account/second-factor", #"{"present":"\#(People.password)"}"#),
                ("POST", "/account/second-factor/confirm", #"{"code":"123456"}"#),
                ("POST", "/account/second-factor/remove", #"{"present":"\#(People.password)","code":"1"}"#),
                ("POST", "/admin/users/ada/second-factor/remove", "{}"),
            ]
            for (method, path, body) in attempts {
                let answer = try await site.json(method, path, token: token, body: body)
                #expect(answer.status == 403, "\(method) \(path)")
            }
        }
    }

    /// A browser with the cookie that an answer set.
    private struct Half {
        let cookie: String
        let site: TestSite

        init(_ answer: TestAnswer, _ site: TestSite) throws {
            let cookie = try #require(answer["set-cookie"])
            self.cookie = "Cookie: \(cookie.prefix { $0 != ";" })"
            self.site = site
        }

        func get(_ path: String) async throws -> TestAnswer {
            try await site.ask("GET", path, [Browser.html, cookie])
        }

        func post(_ path: String, _ body: String) async throws -> TestAnswer {
            try await site.submit(path, body, [cookie])
        }
    }
}
