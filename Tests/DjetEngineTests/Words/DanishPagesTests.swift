import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

/// The pages of a site for those who read Danish.
@Suite struct DanishPagesTests {
    private static let danish = "Accept-Language: da-DK,da;q=0.9,en;q=0.5"
    private static let html = "Accept: text/html"

    @Test func aStrangerSignsInInDanish() async throws {
        try await withUserSite { _, site, _, _ in
            let page = try await site.ask("GET", "/sign-in", [Self.html, Self.danish])
            #expect(page.body.contains(#"<html lang="da">"#) && page.body.contains(">Adgangskode</label>"))
            #expect(page.body.contains("Log ind") && !page.body.contains("Sign in"))
            #expect(page["content-language"] == "da" && page["vary"]?.contains("Accept-Language") == true)
            let english = try await site.ask("GET", "/sign-in", [Self.html])
            #expect(english.body.contains(#"<html lang="en">"#) && english.body.contains(">Password</label>"))
            #expect(english["etag"] != page["etag"])
            let tag = "If-None-Match: \(page["etag"] ?? "")"
            #expect(try await site.ask("GET", "/sign-in", [Self.html, Self.danish, tag]).status == 304)
            #expect(try await site.ask("GET", "/sign-in", [Self.html, tag]).status == 200)
        }
    }

    @Test func theAccountsLanguageWins() async throws {
        try await withUserSite { people, _, _, ada in
            try await people.model.setLanguage("da", of: "ada")
            #expect(try await ada.get("/account").body.contains(#"<html lang="da">"#))
            let account = try await ada.post("/account/language", "language=en")
            #expect(account.status == 303)
            let page = try await ada.get("/account", [Self.danish])
            #expect(page.body.contains(#"<html lang="en">"#))
            #expect(page.body.contains(#"<option value="en" lang="en" selected>English</option>"#))
            #expect(try await ada.post("/account/language", "language=").status == 303)
            #expect(try await ada.get("/account", [Self.danish]).body.contains(#"<html lang="da">"#))
            let refused = try await ada.post("/account/language", "language=%3Cx%3E")
            #expect(refused.status == 422)
        }
    }

    @Test func whatProgramsReadIsEnglish() async throws {
        try await withUserSite { _, site, _, _ in
            for path in ["/sign-in", "/nowhere", "/openapi.json"] {
                let danish = try await site.json("GET", path, headers: [Self.danish])
                let english = try await site.json("GET", path)
                #expect(danish.body == english.body && danish.status == english.status, "\(path)")
            }
        }
    }

    @Test func anErrorIsInTheReadersLanguage() async throws {
        try await withUserSite { _, site, root, _ in
            let page = try await site.ask("GET", "/sign-in/none", [Self.html, Self.danish])
            #expect(page.status == 404 && page.body.contains("der er intet på denne adresse"))
            let user = try await root.get("/admin/users/open", [Self.danish])
            #expect(user.status == 404 && user.body.contains("der er ingen bruger “open”"))
            let long = "Accept-Language: " + String(repeating: "xx,", count: 1_000) + "da"
            let english = try await site.ask("GET", "/sign-in", [Self.html, long])
            #expect(english.status == 200 && english.body.contains(#"<html lang="en">"#))
        }
    }

    @Test func eachPageOfAManagerIsDanish() async throws {
        try await withUserSite { people, _, root, _ in
            try await people.model.setLanguage("da", of: "root")
            for path in [
                "/", "/account", "/tickets", "/jobs", "/jobs/queues", "/jobs/workers", "/jobs/schedules",
                "/jobs/charts", "/jobs/faults", "/admin/users", "/admin/nodes", "/admin/audit",
            ] {
                let page = try await root.get(path)
                #expect(page.status == 200 && page.body.contains("Log ud"), "\(path)")
                for word in [
                    ">Jobs<", ">Users<", ">Show<", ">Name<", "There are no", "Sign out",
                ] {
                    #expect(!page.body.contains(word), "\(path) says \(word)")
                }
            }
        }
    }

    /// The database keeps these names in English.
    @Test func namesOfDjetAreDanish() async throws {
        try await withUserSite { people, _, root, ada in
            try await people.model.setLanguage("da", of: "root")
            _ = try await root.post("/account/tokens", "purpose=x&days=3&rights=use")
            _ = try await ada.post("/account/name", "fullName=view")
            let nodes = try await root.get("/admin/nodes").body
            #expect(nodes.contains("se, bruge, styre, signalere, argumenter, bestyre</li>"))
            let account = try await root.get("/account").body
            #expect(account.contains(">bruge</span>") && account.contains("(bestyre)"))
            let audit = try await root.get("/admin/audit").body
            for told in [
                "<code>bruger ændret</code>", #"<option value="user.change">bruger ændret</option>"#,
                "rettigheder:</span> bruge", "vist navn:</span> view",
            ] { #expect(audit.contains(told), "\(told)") }
            #expect(try await root.get("/jobs/workers").body.contains(">annullér udløbne job</th>"))
        }
    }

    @Test func whatTheQueueRefusesIsToldInDanish() async throws {
        try await withUserSite { people, _, root, _ in
            try await people.model.setLanguage("da", of: "root")
            try await people.model.addSchedule("s", ScheduleDraft(rule: "@daily", kind: "nobodys"))
            for (path, fields, told) in [
                ("queues/slow/limit", "running=0", "en grænse for kørende job skal være fra 1 til 1.000.000"),
                ("queues/slow/limit", "runningPerKey=3", "en grænse for hver nøgle kræver en nøgle. Nævn"),
                ("queues", "queue=A&running=1", "“A” er ikke en køs navn. Brug op til 30 af"),
                ("schedules/s", "rule=61+*+*+*+*", "“61” passer ikke til feltet minut i en"),
                ("schedules/s", "rule=61+*+*+*+*", "Brug et tal fra 0 til 59."),
            ] {
                let page = try await root.post("/jobs/" + path, fields)
                #expect(page.body.contains(told), "\(path) \(fields): \(page.body)")
            }
        }
    }
}
