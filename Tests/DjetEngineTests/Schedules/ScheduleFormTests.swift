import DjetEngine
import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct ScheduleFormTests {
    @Test func aScheduleIsAddedByTheForm() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let added = try await browser.post(
                "/jobs/schedules",
                form: [
                    "name": "nightly", "kind": "test.echo", "arguments": #"{"text": "a"}"#,
                    "rule": "30 6 * * 1-5", "zone": "Europe/Copenhagen", "queue": "", "priority": "7",
                    "missed": "all", "overlap": "",
                ])
            #expect(added.status == 303, "\(added.body)")
            #expect(added["location"] == "/jobs/schedules/nightly")
            let schedule = try await jobs.model.schedule("nightly")
            #expect(schedule.user == "bea" && schedule.zone == "Europe/Copenhagen")
            #expect(schedule.queue == "default" && schedule.priority == 7)
            #expect(schedule.missed == .all && schedule.overlap == .skip)
            let entry = try await jobs.model.auditEntries(AuditFilter(user: "bea")).first
            #expect(entry?.action == "schedule.add" && entry?.target == "nightly")
            #expect(entry?.detail["kind"]?.text == "test.echo" && entry?.detail["arguments"] == nil)
            let taken = try await browser.post(
                "/jobs/schedules",
                form: [
                    "name": "nightly", "kind": "test.echo", "arguments": #"{"text": "b"}"#, "rule": "@daily",
                ])
            #expect(taken.status == 409 && taken.body.contains("there is a schedule “nightly” already"))
        }
    }

    @Test func badValuesComeBackBesideTheirFields() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let refused = try await browser.post(
                "/jobs/schedules",
                form: [
                    "name": "Nightly", "kind": "test.echo", "arguments": #"{"txet": "a"}"#,
                    "rule": "61 * * * *</input>", "zone": "Mars", "queue": "No", "priority": "12",
                ])
            #expect(refused.status == 422)
            for field in ["name", "arguments", "rule", "zone", "queue", "priority"] {
                #expect(refused.body.contains(#"id="f-\#(field)-fault""#), "\(field)")
            }
            #expect(refused.body.contains("61 * * * *&lt;/input&gt;"), "what was typed is still there")
            let json = try await jobs.admin.post(
                "/jobs/schedules", #"{"name": "never", "rule": "30 2 30 2 *", "arguments": []}"#)
            #expect(json.status == 422)
            let errors = try JSONReader.tree(of: json.body)["errors"]?.children ?? []
            #expect(errors.compactMap { $0["field"]?.text } == ["kind", "rule", "arguments"])
            #expect(try await jobs.model.schedules().isEmpty)
        }
    }

    @Test func theFormHasTheTermsOfTheJobs() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let empty = try await browser.get("/jobs/schedules")
            #expect(empty.body.contains("<details><summary>Further terms</summary>"))
            let added = try await browser.post(
                "/jobs/schedules",
                form: [
                    "name": "nightly", "kind": "test.echo", "arguments": #"{"text": "a"}"#,
                    "rule": "@daily", "tenant": "acme", "timeout": "90", "attempts": "4",
                    "expires": "1.5", "tags[0]": "", "tags[1]": "spring", "tags[2]": "mail",
                    "note": "for Ada",
                ])
            #expect(added.status == 303, "\(added.body)")
            let schedule = try await jobs.model.schedule("nightly")
            #expect(schedule.tenant == "acme")
            let terms = ScheduleTerms(
                timeout: .seconds(90), attempts: 4, expires: .seconds(1.5), tags: ["spring", "mail"],
                note: "for Ada")
            #expect(schedule.terms == terms)
            let page = try await browser.get("/jobs/schedules/nightly")
            for (field, value) in [
                ("tenant", "acme"), ("timeout", "90"), ("attempts", "4"), ("expires", "1.5"),
                ("tags[1]", "mail"), ("tags[2]", ""), ("note", "for Ada"),
            ] {
                let input = page.body.split(separator: "<").first { $0.contains("name=\"\(field)\"") }
                #expect(input?.contains("value=\"\(value)\"") == true, "\(field): \(input ?? "")")
            }
            #expect(page.body.contains("<dt>Tenant</dt><dd>acme</dd>"))
        }
    }

    @Test func aTermGoesWithItsValue() async throws {
        try await withJobs { jobs in
            let terms = ScheduleTerms(
                timeout: .seconds(90), attempts: 4, tags: ["spring", "mail"], note: "for Ada")
            let draft = ScheduleDraft(
                rule: "@daily", kind: "test.echo", arguments: #"{"text": "a"}"#, tenant: "acme", terms: terms)
            try await jobs.model.acting(as: "ada").addSchedule("nightly", draft)
            let path = "/jobs/schedules/nightly"
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let same = try await browser.post(
                path, form: ["timeout": "90", "expires": "", "tags[0]": "spring", "tags[1]": "mail"])
            #expect(same.status == 303)
            #expect(try await jobs.model.schedule("nightly").terms == terms)
            let less = try await browser.post(
                path, form: ["timeout": " ", "attempts": "5", "tags[0]": "", "tags[1]": "", "note": ""])
            #expect(less.status == 303, "\(less.body)")
            let entry = try await jobs.model.auditEntries(AuditFilter(user: "bea")).first
            #expect(entry?.detail["values"] == ["attempts", "note", "tags", "timeout"])
            let json = try await jobs.admin.post(path, #"{"attempts": null, "tenant": null}"#)
            #expect(json.status == 200, "\(json.body)")
            let left = try await jobs.model.schedule("nightly")
            #expect(left.terms == ScheduleTerms() && left.tenant == nil)
        }
    }

    @Test func badTermsComeBackBesideTheirFieldsAndUnfolded() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let long = String(repeating: "x", count: 1_001)
            let refused = try await browser.post(
                "/jobs/schedules/nightly",
                form: [
                    "tenant": long, "timeout": "0", "attempts": "0", "expires": "1e12", "tags[0]": long,
                    "note": long,
                ])
            #expect(refused.status == 422)
            for field in ["tenant", "timeout", "attempts", "expires", "tags", "note"] {
                #expect(refused.body.contains(#"id="f-\#(field)-fault""#), "\(field)")
            }
            #expect(refused.body.contains("<details open><summary>Further terms</summary>"))
            let word = try await browser.post("/jobs/schedules/nightly", form: ["timeout": "soon"])
            #expect(word.status == 422 && word.body.contains(#"id="f-timeout-fault""#))
            #expect(word.body.contains("<details open>") && word.body.contains("soon"))
            #expect(try await jobs.model.schedule("nightly").terms == ScheduleTerms())
        }
    }

    @Test func aRefusedChangeIsShownOnThePageOfTheSchedule() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let refused = try await browser.post("/jobs/schedules/nightly", form: ["rule": "@sometimes"])
            #expect(refused.status == 422 && refused.body.contains(#"id="f-rule-fault""#))
            #expect(refused.body.contains("@sometimes"))
            let schedule = try await jobs.model.schedule("nightly")
            #expect(schedule.rule == "30 6 * * 1-5")
        }
    }

    @Test func aChangeByHandStandsUntilItIsReset() async throws {
        try await withJobs { jobs in
            let declared = Schedule("dunning", "@daily") { Echo(text: "a") }
            try await jobs.model.declareSchedules([declared], of: "shop")
            let path = "/jobs/schedules/dunning"
            let same = try await jobs.admin.post(
                path, #"{"rule": "@daily", "arguments": {"text": "a"}, "priority": 4}"#)
            #expect(same.status == 200)
            #expect(try await !jobs.model.schedule("dunning").isChanged, "nothing was changed")
            #expect(try await jobs.admin.post(path, #"{"rule": "@hourly"}"#).status == 200)
            let changed = try await jobs.json(path)
            #expect(changed["schedule"]?["isChanged"] == .word("true"))
            #expect(changed["schedule"]?["user"] == nil, "another rule makes it nobody else's")
            #expect(changed["declared"]?["rule"]?.text == "@daily")
            let page = try await jobs.page("/jobs/schedules")
            #expect(page.contains("changed by hand") && page.contains("declared: <code>@daily</code>"))
            let other = try await jobs.admin.post(path, #"{"arguments": {"text": "b"}}"#)
            #expect(other.status == 200, "\(other.body)")
            #expect(try await jobs.model.schedule("dunning").user == "ada")
            #expect(try await jobs.admin.post("\(path)/reset", "{}").status == 200)
            let reset = try await jobs.model.schedule("dunning")
            #expect(reset.rule == "@daily" && !reset.isChanged)
            let entries = try await jobs.model.auditEntries(AuditFilter(user: "ada"))
            #expect(
                entries.map(\.action).prefix(3) == ["schedule.reset", "schedule.change", "schedule.change"])
            #expect(entries.dropFirst().first?.detail["values"] == ["arguments"])
            try await jobs.addNightly()
            #expect(try await jobs.admin.post("/jobs/schedules/nightly/reset", "{}").status == 409)
        }
    }

    @Test func onlyWhoHasTheRightsChangesAnything() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let reader = try await jobs.person("rea", at: ["/jobs": "{view}"])
            let actions = ["pause", "resume", "run", "remove", "reset"].map { "/nightly/\($0)" }
            for path in ["", "/nightly"] + actions {
                #expect(try await reader.post("/jobs/schedules\(path)", "{}").status == 403, "\(path)")
                let stranger = try await jobs.site.json("POST", "/jobs/schedules\(path)", body: "{}")
                #expect(stranger.status == 401, "\(path)")
            }
            #expect(try await jobs.site.json("GET", "/jobs/schedules").status == 401)
            let page = try await jobs.page("/jobs/schedules/nightly", by: reader)
            #expect(!page.contains("nightly/pause") && !page.contains("Change the schedule"))
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            let forged = try await jobs.site.ask("POST", "/jobs/schedules/nightly/pause", browser.headers)
            #expect(forged.status == 403, "it lacks the session's token")
            #expect(try await jobs.model.schedule("nightly").state == .active)
        }
    }

    @Test func argumentsAndFunctionsTakeFurtherRights() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let new = #"{"name": "other", "kind": "test.echo", "rule": "@daily", "arguments": {"text": "a"}}"#
            #expect(try await jobs.watchman.post("/jobs/schedules", new).status == 403)
            for change in [
                #"{"arguments": {"text": "a"}}"#, #"{"kind": "test.twice"}"#, #"{"tenant": "acme"}"#,
            ] {
                let refused = try await jobs.watchman.post("/jobs/schedules/nightly", change)
                #expect(refused.status == 403, "\(change)")
            }
            let form = try await jobs.page("/jobs/schedules/nightly", by: jobs.watchman)
            #expect(form.contains(#"name="rule""#) && form.contains(#"name="timeout""#))
            #expect(!form.contains(#"name="arguments""#) && !form.contains(#"name="tenant""#))
            #expect(
                try await jobs.watchman.post("/jobs/schedules/nightly", #"{"attempts": 3}"#).status == 200)
            let keeper = try await jobs.person("kim", at: ["/jobs": "{view,use,operate,arguments}"])
            let refused = try await keeper.post("/jobs/schedules", new)
            #expect(refused.status == 422 && refused.body.contains("that you may expose"), "\(refused.body)")
            let other = try await keeper.post("/jobs/schedules/nightly", #"{"arguments": {"text": "b"}}"#)
            #expect(other.status == 200, "\(other.body)")
            #expect(try await jobs.model.schedule("nightly").user == "kim", "it runs on their behalf")
            #expect(!(try await jobs.page("/jobs/schedules", by: keeper)).contains("Add a schedule"))
        }
    }
}
