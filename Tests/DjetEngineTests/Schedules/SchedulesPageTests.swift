import DjetEngine
import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct SchedulesPageTests {
    @Test func aScheduleIsShownWithItsNextTimes() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let list = try await jobs.json("/jobs/schedules")
            let listed = try #require(list["schedules"]?.children.first)
            #expect(listed["name"]?.text == "nightly" && listed["state"]?.text == "active")
            #expect(listed["path"]?.text == "/jobs/schedules/nightly")
            let one = try await jobs.json("/jobs/schedules/nightly")
            let times = one["dueTimes"]?.children.compactMap(\.text) ?? []
            #expect(times.count == 5 && Set(times).count == 5 && times.sorted() == times)
            #expect(times.first == one["schedule"]?["nextAt"]?.text)
            #expect(one["jobsPath"]?.text == "/jobs?kind=test.echo")
            for path in ["/jobs/schedules", "/jobs/schedules/nightly"] {
                let page = try await jobs.page(path)
                #expect(page.contains("nightly") && page.contains("30 6 * * 1-5"), "\(path)")
                #expect(page.contains(#"href="/jobs/schedules" aria-current="page""#), "\(path)")
            }
            #expect(try await jobs.page("/jobs").contains(#"<a href="/jobs/schedules">Schedules</a>"#))
            #expect(try await jobs.admin.get("/jobs/schedules/weekly").status == 404)
        }
    }

    @Test func theTermsOfItsJobsAreShown() async throws {
        try await withJobs { jobs in
            let terms = ScheduleTerms(
                timeout: .seconds(90), attempts: 4, expires: .seconds(30), tags: ["spring"], note: "for <Ada>"
            )
            let declared = Schedule("dunning", "@daily", terms: terms) { Echo(text: "a") }
            try await jobs.model.declareSchedules([declared], of: "shop")
            let page = try await jobs.page("/jobs/schedules/dunning")
            for fact in [
                "<dt>Timeout</dt>", "<dt>Attempts</dt><dd>4</dd>", "after the due time</dd>",
                "<dt>Tags</dt><dd>spring", "<dt>Note</dt><dd>for &lt;Ada&gt;</dd>",
            ] {
                #expect(page.contains(fact), "\(fact)")
            }
            let one = try await jobs.json("/jobs/schedules/dunning")
            #expect(one["schedule"]?["tags"]?.children.compactMap(\.text) == ["spring"])
            #expect(one["schedule"]?["note"]?.text == "for <Ada>")
        }
    }

    @Test func theListIsSearchedAndGoesOnBehindTheLastNameOfAPage() async throws {
        try await withJobs { jobs in
            try await jobs.database.store.query(
                """
                select jobmachine.add_schedule('s' || n, '@daily', 'test.echo')
                from generate_series(1000, 1100) n
                """)
            let list = try await jobs.json("/jobs/schedules")
            #expect(list["schedules"]?.children.count == 100)
            let next = try #require(list["next"]?.text)
            #expect(next == "/jobs/schedules?after=s1099")
            let rest = try await jobs.json(next)
            #expect(rest["schedules"]?.children.compactMap { $0["name"]?.text } == ["s1100"])
            #expect(rest["next"] == nil)
            let found = try await jobs.json("/jobs/schedules?search=104")
            #expect(found["schedules"]?.children.count == 10)
        }
    }

    @Test func argumentsAreForThoseWithTheRight() async throws {
        try await withJobs { jobs in
            let declared = Schedule("dunning", "@daily") { Echo(text: "s3cret") }
            try await jobs.model.declareSchedules([declared], of: "shop")
            let rule = #"{"rule": "@hourly"}"#
            #expect(try await jobs.watchman.post("/jobs/schedules/dunning", rule).status == 200)
            for path in ["/jobs/schedules", "/jobs/schedules/dunning"] {
                #expect(!(try await jobs.watchman.get(path)).body.contains("s3cret"), "\(path)")
                #expect(!(try await jobs.page(path, by: jobs.watchman)).contains("s3cret"), "\(path)")
            }
            let whole = try await jobs.json("/jobs/schedules/dunning")
            #expect(whole["arguments"]?["text"]?.text == "s3cret")
            #expect(whole["declared"]?["arguments"]?["text"]?.text == "s3cret")
            #expect(try await jobs.page("/jobs/schedules/dunning").contains("s3cret"))
        }
    }

    @Test func aScheduleIsPausedResumedAndRun() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            let path = "/jobs/schedules/nightly"
            let pause = try await browser.post("\(path)/pause", form: [:])
            #expect(pause.status == 303 && pause["location"] == path)
            let paused = try await jobs.json(path)
            #expect(paused["schedule"]?["state"]?.text == "paused")
            #expect(paused["schedule"]?["pausedBy"]?.text == "bea")
            #expect(paused["dueTimes"]?.children.isEmpty == true)
            #expect(try await jobs.page("/jobs/schedules").contains("paused</span> since"))
            let run = try await jobs.watchman.post("\(path)/run", "{}")
            #expect(run.status == 200, "\(run.body)")
            let place = try #require(try JSONReader.tree(of: run.body)["path"]?.text)
            #expect(try await jobs.json(place)["job"]?["owner"]?.text == "ada")
            #expect(try await jobs.json(path)["schedule"]?["lastPath"]?.text == place)
            #expect(try await jobs.page("/jobs/schedules").contains(#"href="\#(place)""#))
            #expect(try await jobs.watchman.post("\(path)/resume", "{}").status == 200)
            #expect(try await jobs.json(path)["dueTimes"]?.children.count == 5)
            let actions = try await jobs.model.auditEntries().map { "\($0.action) \($0.target)" }
            #expect(
                Set(actions).isSuperset(of: [
                    "schedule.pause nightly", "schedule.resume nightly", "schedule.run nightly",
                ]))
        }
    }

    @Test func aScheduleThatPausedItselfTellsTheReason() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            try await jobs.database.store.query(
                "select jobmachine.suspend_schedule('nightly', 'no handler for “<lost>”')")
            let one = try await jobs.json("/jobs/schedules/nightly")
            #expect(one["schedule"]?["pausedWhy"]?.text == "no handler for “<lost>”")
            #expect(one["schedule"]?["pausedBy"] == nil)
            for path in ["/jobs/schedules", "/jobs/schedules/nightly"] {
                let page = try await jobs.page(path)
                #expect(page.contains("</time>: no handler for “&lt;lost&gt;”"), "\(path)")
            }
        }
    }

    @Test func aScheduleOfSomebodyWithTooManyJobsDoesNotRunByHand() async throws {
        try await withJobs(limits: SiteLimits(jobsPerUser: 1)) { jobs in
            try await jobs.addNightly()
            #expect(try await jobs.watchman.post("/jobs/schedules/nightly/run", "{}").status == 200)
            let refused = try await jobs.watchman.post("/jobs/schedules/nightly/run", "{}")
            #expect(refused.status == 429 && refused.body.contains("ada has 1 live jobs"), "\(refused.body)")
        }
    }

    @Test func aScheduleIsRemovedUnlessAPartDeclaresIt() async throws {
        try await withJobs { jobs in
            try await jobs.addNightly()
            let declared = Schedule("dunning", "@daily") { Echo(text: "a") }
            try await jobs.model.declareSchedules([declared], of: "shop")
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            let removed = try await browser.post("/jobs/schedules/nightly/remove", form: [:])
            #expect(removed.status == 303 && removed["location"] == "/jobs/schedules")
            #expect(try await jobs.admin.get("/jobs/schedules/nightly").status == 404)
            #expect(try await jobs.watchman.post("/jobs/schedules/dunning/remove", "{}").status == 409)
            #expect(!(try await jobs.page("/jobs/schedules/dunning")).contains("dunning/remove"))
            try await jobs.model.declareSchedules([], of: "shop")
            #expect(try await jobs.page("/jobs/schedules").contains(">retired</span>"))
            #expect(try await jobs.watchman.post("/jobs/schedules/dunning/remove", "{}").status == 200)
            let entries = try await jobs.model.auditEntries(AuditFilter(action: "schedule.remove"))
            #expect(entries.map(\.target) == ["dunning", "nightly"], "what was refused is undone")
        }
    }
}

extension JobsSite {
    /// Adds the schedule “nightly” on behalf of the administrator.
    func addNightly() async throws {
        let draft = ScheduleDraft(rule: "30 6 * * 1-5", kind: "test.echo", arguments: #"{"text": "a"}"#)
        try await model.acting(as: "ada").addSchedule("nightly", draft)
    }
}
