import DjetModel
import DjetTestSupport
import Testing

@Suite struct WelcomeTests {
    @Test func aOneTimeLinkWorksOnce() async throws {
        try await withUserSite { people, site, _, _ in
            try await people.model.addUser("bob", fullName: "<b>Bob</b>")
            let token = try await people.model.invite("bob")
            let page = try await site.ask("GET", "/sign-in/welcome?invitation=\(token)", [Browser.html])
            #expect(page.status == 200)
            #expect(page["cache-control"] == "no-store")
            #expect(page["referrer-policy"] == "no-referrer", "the address holds a secret")
            #expect(page.body.contains("&lt;b&gt;Bob&lt;/b&gt;") && !page.body.contains("<b>Bob</b>"))

            let form = "invitation=\(token)&password=a+good+password&again=a+good+password"
            let accepted = try await site.submit("/sign-in/welcome", form)
            #expect(accepted.status == 303)
            #expect(accepted["location"] == "/")
            #expect(accepted["set-cookie"]?.hasPrefix("__Host-djet=") == true)

            let second = try await site.submit("/sign-in/welcome", form)
            #expect(second.status == 404 && second["set-cookie"] == nil)
            let again = try await site.ask("GET", "/sign-in/welcome?invitation=\(token)", [Browser.html])
            #expect(again.status == 404)
            #expect(again.body.contains("no longer valid"))
        }
    }

    @Test func aPasswordThatWillNotDoCanBeMended() async throws {
        try await withUserSite { people, site, _, _ in
            let token = try await people.model.invite("ada")
            for (password, again, words) in [
                ("short", "short", "at least 10 characters"),
                ("a+good+password", "another", "passwords differ"),
            ] {
                let answer = try await site.submit(
                    "/sign-in/welcome", "invitation=\(token)&password=\(password)&again=\(again)")
                #expect(answer.status == 422 && answer["set-cookie"] == nil)
                #expect(answer.body.contains(words))
                #expect(answer.body.contains(token), "the form is there again")
                #expect(!answer.body.contains(password))
            }
            let good = try await site.submit(
                "/sign-in/welcome", "invitation=\(token)&password=a+good+password&again=a+good+password")
            #expect(good.status == 303)
        }
    }

    @Test func whoWasSignedInIsSomebodyElseAfterwards() async throws {
        try await withUserSite { people, _, root, _ in
            let token = try await people.model.invite("ada")
            let form = "invitation=\(token)&password=a+good+password"
            let forged = try await root.send("/sign-in/welcome", form)
            #expect(forged.status == 403)
            let accepted = try await root.post("/sign-in/welcome", form)
            #expect(accepted.status == 303)
            #expect(try await !root.isIn)
        }
    }

    @Test(arguments: [
        "", "?invitation=", "?invitation=x", "?invitation=%00",
        "?invitation=\(String(repeating: "a", count: 43))",
    ])
    func whatIsNoInvitationIsNotFound(query: String) async throws {
        try await withUserSite { _, site, _, _ in
            let answer = try await site.ask("GET", "/sign-in/welcome\(query)", [Browser.html])
            #expect(answer.status == 404 || (query.contains("%00") && answer.status == 400))
        }
    }
}
