import DjetModel
import DjetTestSupport
import Testing

/// The reach of an API token.
@Suite struct TokenAccessTests {
    @Test func itHasNoRightThatIsNotAmongItsScopes() async throws {
        try await withUserSite { people, site, _, _ in
            let view = try await token([.view], people)
            #expect(try await site.json("GET", "/account", token: view).status == 200)
            #expect(try await site.json("GET", "/admin/users", token: view).status == 403)
            let manage = try await token([.manage], people)
            #expect(try await site.json("GET", "/admin/users", token: manage).status == 200)
            #expect(try await site.json("GET", "/account", token: manage).status == 403)
        }
    }

    @Test func itHasNoRightThatItsUserLacks() async throws {
        try await withUserSite { people, site, _, _ in
            let token = try await token(Set(Right.allCases), people, of: "ada")
            #expect(try await site.json("GET", "/admin/users", token: token).status == 403)
            try await people.add("second", roles: ["administrator"])
            let second = try await self.token(Set(Right.allCases), people, of: "second")
            #expect(try await site.json("GET", "/admin/users", token: second).status == 200)
            try await people.model.revoke(role: "administrator", from: "second")
            #expect(try await site.json("GET", "/admin/users", token: second).status == 403)
        }
    }

    @Test func itReachesNothingOutsideOfItsBranch() async throws {
        try await withUserSite { people, site, _, _ in
            let token = try await token([.manage, .view], people, below: "/admin/audit")
            let statuses = [
                ("/admin/audit", 200), ("/admin/users", 403), ("/admin", 403), ("/", 403),
                ("/admin/audit/../users", 400), ("/admin/audit/%2e%2e/users", 400), ("/admin/auditx", 403),
            ]
            for (path, status) in statuses {
                let answer = try await site.json("GET", path, token: token)
                #expect(
                    answer.status == status || (path == "/admin/auditx" && answer.status == 404), "\(path)")
            }
        }
    }

    @Test func itEndsWhenItIsOverRevokedOrItsUserDisabled() async throws {
        try await withUserSite { people, site, _, _ in
            let short = try await token([.view], people, of: "ada")
            #expect(try await site.json("GET", "/account", token: short).status == 200)
            people.clock.advance(by: 86_400)
            let over = try await site.json("GET", "/account", token: short)
            #expect(over.status == 401)
            #expect(over["www-authenticate"]?.hasPrefix("Bearer") == true)

            let revoked = try await token([.view], people, of: "ada")
            let id = try #require(try await people.model.tokens(of: "ada").first?.id)
            try await people.acting(as: "ada").revokeToken(id, of: "ada")
            #expect(try await site.json("GET", "/account", token: revoked).status == 401)

            let disabled = try await token([.view], people, of: "ada")
            try await people.model.disableUser("ada")
            #expect(try await site.json("GET", "/account", token: disabled).status == 401)
        }
    }

    @Test func itSaysWhyItRests() async throws {
        try await withUserSite { people, site, _, _ in
            let token = try await token([.view], people, of: "ada")
            try await people.model.need(secondFactor: true, for: "users")
            let resting = try await site.json("GET", "/account", token: token)
            #expect(resting.status == 401 && resting.body.contains("second factor"), "\(resting.body)")
            let guess = "djet_" + String(repeating: "a", count: 43)
            let other = try await site.json("GET", "/account", token: guess)
            #expect(other.status == 401 && other.body.contains("unknown"), "\(other.body)")
            try await people.enrol("ada")
            #expect(try await site.json("GET", "/account", token: token).status == 200)
        }
    }

    @Test func itCannotMakeItselfMoreThanItIs() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.model.addUser("bob")
            let token = try await token([.manage], people)
            let users = "/admin/users"
            let refused = [
                ("\(users)/root/invite", "{}"), ("\(users)/ada/invite", "{}"),
                ("\(users)/root/sign-out", "{}"),
                (users, #"{"name":"eve","roles":["administrator"]}"#),
                ("\(users)/ada/roles", #"{"roles":["administrator"]}"#),
                ("\(users)/root/roles", #"{"roles":[]}"#), (users, #"{"name":"eve","roles":["operator"]}"#),
                (users, #"{"name":"eve"}"#), ("\(users)/bob/invite", "{}"),
                ("\(users)/ada/roles", #"{"roles":["operator"]}"#), ("\(users)/ada/disable", "{}"),
                ("\(users)/ada/sign-out", "{}"), ("\(users)/ada", #"{"fullName":"x"}"#),
            ]
            for (path, body) in refused {
                let answer = try await site.json("POST", path, token: token, body: body)
                #expect(answer.status == 403, "\(path) \(answer.body)")
            }
            let there = try await people.model.users().map(\.name)
            #expect(there == ["ada", "bob", "root"])
        }
    }

    @Test func aSessionsTokenIsNoAPITokenAndTheOtherWayRound() async throws {
        try await withUserSite { people, site, root, _ in
            #expect(try await site.json("GET", "/account", token: root.token).status == 401)
            let token = try await token([.view], people)
            let cookie = try await site.ask("GET", "/account", ["Cookie: __Host-djet=\(token)"])
            #expect(cookie.status == 401)
            let both = try await site.ask(
                "GET", "/account", [root.cookie, "Authorization: Bearer nonsense"])
            #expect(both.status == 401, "a token that is good for nothing is not made good by a cookie")
        }
    }

    private func token(
        _ rights: Set<Right>, _ people: People, of name: String = "root", below: String? = nil
    ) async throws -> String {
        let request = TokenRequest(purpose: "test", rights: rights, below: below, days: 1)
        return try await people.acting(as: name).addToken(request, for: name).token
    }
}
