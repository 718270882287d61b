import DjetModel
import DjetTestSupport
import Testing

@Suite struct SignInEngineTests {
    static let right = "name=ada&password=correct+horse+battery"

    @Test func whoKnowsThePasswordGetsACookieWithEveryGuard() async throws {
        try await withUserSite { people, site, _, _ in
            let answer = try await site.submit("/sign-in", Self.right + "&then=%2Faccount%3Fa%3Db")
            #expect(answer.status == 303)
            #expect(answer["location"] == "/account?a=b")
            #expect(answer["cache-control"] == "no-store")
            let cookie = try #require(answer["set-cookie"])
            let match = try #require(
                cookie.wholeMatch(
                    of:
                        #/__Host-djet=(?<token>[\w-]{43}); Max-Age=1209600; Path=\/; Secure; HttpOnly; SameSite=Lax/#
                ),
                "\(cookie)")
            let session = try await people.model.session(ofToken: String(match.token))
            #expect(session?.user.name == "ada")
        }
    }

    @Test func aProgramCanSignInToo() async throws {
        try await withUserSite { people, site, _, _ in
            let answer = try await site.json(
                "POST", "/sign-in", body: #"{"name":"ada","password":"\#(People.password)"}"#)
            #expect(answer.status == 200)
            #expect(answer.body.contains(#""csrf":""#) && answer.body.contains(#""name":"ada""#))
            let session = try await people.model.sessions(of: "ada").first
            #expect(session?.address == "127.0.0.1")
            #expect(session?.agent?.hasPrefix("curl/") == true)
        }
    }

    @Test func theAnswerDoesNotTellWhetherThereIsSuchAUser() async throws {
        try await withUserSite { people, site, root, _ in
            try await people.add("gone")
            try await people.model.disableUser("gone")
            try await people.model.addUser("new1")
            var answers: [TestAnswer] = []
            for name in ["ada", "nobody", "gone", "new1", ""] {
                answers.append(try await site.submit("/sign-in", "name=\(name)&password=wrong+password"))
            }
            #expect(answers.map(\.status) == Array(repeating: 401, count: 5))
            let pages = answers.map {
                $0.body.replacing(#/ value="(ada|nobody|gone|new1)?"/#, with: "")
            }
            #expect(Set(pages.prefix(4)).count == 1)
            #expect(answers.allSatisfy { $0["set-cookie"] == nil })
        }
    }

    @Test func afterTooManyFailuresOneIsToldHowLongToWait() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.add("bob")
            for name in ["bob", "nobody"] {
                // Neither user has signed in from this address before.
                for _ in 0..<5 {
                    let refused = try await site.submit("/sign-in", "name=\(name)&password=wrong")
                    #expect(refused.status == 401)
                }
                let page = try await site.submit("/sign-in", "name=\(name)&password=correct+horse+battery")
                #expect(page.status == 429)
                #expect(page["retry-after"] == "4")
                #expect(page.body.contains("try again in 4 seconds"))
                let program = try await site.json(
                    "POST", "/sign-in", body: #"{"name":"\#(name)","password":"x"}"#)
                #expect(program.status == 429 && program["retry-after"] == "4")
            }
            people.clock.advance(by: 4)
            let later = try await site.submit("/sign-in", "name=bob&password=correct+horse+battery")
            #expect(later.status == 303)
        }
    }

    @Test func aTokenThatWasThereBeforeIsNotTheSessionsAfterwards() async throws {
        try await withUserSite { people, site, _, ada in
            let planted = String(repeating: "a", count: 43)
            let fixed = try await site.submit("/sign-in", Self.right, ["Cookie: __Host-djet=\(planted)"])
            #expect(fixed.status == 303)
            #expect(fixed["set-cookie"]?.contains(planted) == false)
            let session = try await people.model.session(ofToken: planted)
            #expect(session == nil)

            let again = try await ada.post("/sign-in", Self.right)
            #expect(again.status == 303)
            #expect(again["set-cookie"]?.contains(ada.token) == false)
            #expect(try await !ada.isIn, "the old token is over")
        }
    }

    @Test(arguments: [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example",
        "/%09/evil.example", "/%0d%0aSet-Cookie:%20a=b", "javascript:alert(1)", "evil", "%20/x", "/a%20b",
        "/%C3%A6",
    ])
    func oneIsSentToNoOtherSite(then: String) async throws {
        try await withUserSite { _, site, _, _ in
            let escaped = then.replacing("%", with: "%").replacing("\\", with: "%5C").replacing(
                "#", with: "%23")
            let answer = try await site.submit("/sign-in", Self.right + "&then=\(escaped)")
            #expect(answer.status == 303)
            #expect(answer["location"] == "/")
            #expect(!answer.head.contains("a=b"))
            let page = try await site.ask("GET", "/sign-in?then=\(escaped)", [Browser.html])
            #expect(page.status == 200 && !page.body.contains("evil"))
        }
    }

    @Test func whoMustSignInComesBackToWhereTheyWere() async throws {
        try await withUserSite { _, site, _, _ in
            let asked = try await site.ask("GET", "/admin/audit?user=a%26b", [Browser.html])
            #expect(asked.status == 303)
            #expect(asked["location"] == "/sign-in?then=%2Fadmin%2Faudit%3Fuser%3Da%2526b")
            let page = try await site.ask("GET", asked["location"] ?? "", [Browser.html])
            #expect(page.body.contains(#"name="then" value="/admin/audit?user=a%26b""#))
            let long = try await site.ask(
                "GET", "/account?a=" + String(repeating: "x", count: 1500), [Browser.html])
            #expect(long["location"] == "/sign-in")
        }
    }

    @Test func signingOutEndsTheSessionAndTakesTheCookieAway() async throws {
        try await withUserSite { _, _, _, ada in
            let forged = try await ada.send("/sign-in/out", "")
            #expect(forged.status == 403)
            #expect(try await ada.isIn)
            let answer = try await ada.post("/sign-in/out")
            #expect(answer.status == 303)
            #expect(answer["set-cookie"] == "__Host-djet=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax")
            #expect(try await !ada.isIn)
        }
    }

    @Test func nobodyIsSignedInByAnotherSite() async throws {
        try await withUserSite { _, site, _, _ in
            let foreign = [
                ["Sec-Fetch-Site: cross-site"], ["Sec-Fetch-Site: same-site"],
                ["Origin: https://evil.example"],
                ["Origin: null"], ["Sec-Fetch-Site: cross-site", "Origin: \(site.address)"],
            ]
            for headers in foreign {
                let answer = try await site.submit("/sign-in", Self.right, headers)
                #expect(answer.status == 403 && answer["set-cookie"] == nil, "\(headers)")
            }
            let own = [
                ["Sec-Fetch-Site: same-origin", "Origin: \(site.address)"], ["Sec-Fetch-Site: none"],
                ["Origin: \(site.address)"], [],
            ]
            for headers in own {
                let answer = try await site.submit("/sign-in", Self.right, headers)
                #expect(answer.status == 303, "\(headers)")
            }
        }
    }

    @Test func aSessionThatIsOverIsNobodys() async throws {
        try await withUserSite { people, _, root, ada in
            people.clock.advance(by: 12 * 3600)
            let late = try await ada.get("/account")
            #expect(late.status == 303)
            #expect(late["location"] == "/sign-in?then=%2Faccount")
            let page = try await ada.get("/sign-in")
            #expect(page.status == 200)
            _ = root
        }
    }

    @Test func aDisabledUserIsOutAtOnce() async throws {
        try await withUserSite { people, _, _, ada in
            #expect(try await ada.isIn)
            try await people.acting(as: "root").disableUser("ada")
            #expect(try await !ada.isIn)
        }
    }
}
