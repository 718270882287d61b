import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

@Suite struct ScheduleUniqueFormTests {
    private static let path = "/jobs/schedules/nightly"

    @Test func theFormHasTheRuleOfUniqueJobs() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let added = try await browser.post(
                "/jobs/schedules",
                form: [
                    "name": "nightly", "kind": "test.echo", "arguments": #"{"text": "a"}"#,
                    "rule": "@daily", "unique.while": "within", "unique.seconds": "1.5",
                    "unique.key": "night", "unique.otherwise": "",
                ])
            #expect(added.status == 303, "\(added.body)")
            let rule = Unique(key: "night", while: .within(.seconds(1.5)))
            #expect(try await jobs.model.schedule("nightly").unique == rule)
            let page = try await browser.get(Self.path).body
            #expect(page.contains("within 1.5 s, by the key night, otherwise keep"), "\(page)")
            for (field, value) in [("unique.seconds", "1.5"), ("unique.key", "night")] {
                let input = page.split(separator: "<").first { $0.contains("name=\"\(field)\"") }
                #expect(input?.contains("value=\"\(value)\"") == true, "\(field): \(input ?? "")")
            }
            #expect(page.contains(#"<option value="within" selected>"#))

            let same = try await browser.post(
                Self.path,
                form: ["unique.while": "within", "unique.seconds": "1.50", "unique.key": "night"])
            #expect(same.status == 303)
            #expect(
                try await jobs.model.auditEntries(AuditFilter(user: "bea")).first?.action == "schedule.add")
            let gone = try await browser.post(
                Self.path,
                form: [
                    "unique.while": "", "unique.seconds": "", "unique.key": " ", "unique.otherwise": "",
                ])
            #expect(gone.status == 303, "\(gone.body)")
            #expect(try await jobs.model.schedule("nightly").unique == nil)
            let entry = try await jobs.model.auditEntries(AuditFilter(user: "bea")).first
            #expect(entry?.action == "schedule.change" && entry?.detail["values"] == ["unique"])
        }
    }

    @Test func aBadRuleComesBackBesideItsFields() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let cases: [(KeyValuePairs<String, String>, String)] = [
                (["unique.while": "within"], "seconds"),
                (["unique.while": "live", "unique.seconds": "5"], "seconds"),
                (["unique.while": "live", "unique.key": String(repeating: "k", count: 201)], "key"),
                (["unique.while": "", "unique.key": "night"], "while"),
                (["unique.while": "live", "unique.otherwise": "ask"], "otherwise"),
            ]
            for (form, field) in cases {
                let refused = try await browser.post(Self.path, form: form)
                #expect(
                    refused.status == 422 && refused.body.contains(#"id="f-unique-\#(field)-fault""#),
                    "\(form)")
                #expect(refused.body.contains("<details open><summary>Further terms</summary>"))
            }
            #expect(try await jobs.model.schedule("nightly").unique == nil)
        }
    }

    @Test func numbersBeyondAllTimesAreRefused() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let terms = [
                #"{"unique": {"while": "within", "seconds": 1e300}}"#,
                #"{"unique": {"while": "within", "seconds": -1e300}}"#,
                #"{"timeout": 1e300}"#, #"{"expires": 1e300}"#,
            ]
            for json in terms {
                #expect(try await jobs.admin.post(Self.path, json).status == 422, "\(json)")
            }
            #expect(try await jobs.model.schedule("nightly").unique == nil)
        }
    }

    @Test func theRuleTakesTheRightArguments() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let json = #"{"unique": {"while": "waiting", "key": "night", "otherwise": "replace"}}"#
            #expect(try await jobs.watchman.post(Self.path, json).status == 403)
            #expect(try await jobs.admin.post(Self.path, json).status == 200)
            let shown = try await jobs.json(Self.path)["schedule"]?["unique"]
            #expect(shown?["while"]?.text == "waiting" && shown?["key"]?.text == "night")
            #expect(try await jobs.watchman.post(Self.path, #"{"unique": null}"#).status == 403)
            let page = try await jobs.page(Self.path, by: jobs.watchman)
            #expect(!page.contains("unique.") && !page.contains("night,"))
            #expect(try await jobs.admin.post(Self.path, #"{"unique": null}"#).status == 200)
            #expect(try await jobs.model.schedule("nightly").unique == nil)
        }
    }
}
