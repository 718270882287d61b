import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The terms of a schedule's jobs.
@Suite struct ScheduleTermsTests {
    private static let terms = ScheduleTerms(
        timeout: .seconds(60), attempts: 3, expires: .seconds(3_600), tags: ["spring", "mail"],
        note: "for Ada")

    @Test func itsJobsAreOffloadedOnTheseTerms() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await model.addSchedule(
                "hourly", ScheduleDraft(rule: "@every 1 hour", kind: "other", terms: Self.terms))
            let schedule = try await model.schedule("hourly")
            #expect(schedule.terms == Self.terms)
            try await database.store.query(
                "update jobmachine.schedule set next_at = now() - interval '1 minute'")
            try await database.store.query("select jobmachine.promote('{default}')")
            let fits = try await database.store.first(
                """
                select j.attempt_limit = 3 and j.limit_is_given and not j.environment ? 'attempts'
                  and j.environment @> '{"timeout": 60, "tags": ["spring", "mail"], "note": "for Ada"}'
                  and e.expires_at = s.last_at + interval '1 hour'
                from jobmachine.job j
                join jobmachine.expiry e on e.job = j.id
                join jobmachine.schedule s on s.last_job = j.id
                """, as: Bool.self)
            #expect(fits == true)
            let ticket = try #require(try await model.schedule("hourly").lastTicket)
            let job = try await model.shownJob(ticket)
            #expect(job.timeout == .seconds(60) && job.tags == ["spring", "mail"] && job.note == "for Ada")
        }
    }

    @Test func aJobThatNobodyBeganInTimeIsCancelled() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await model.addSchedule(
                "hourly",
                ScheduleDraft(
                    rule: "@every 1 hour", kind: "other", terms: ScheduleTerms(expires: .seconds(60))))
            try await database.store.query(
                "update jobmachine.schedule set next_at = now() - interval '10 minutes'")
            for _ in 1...2 { try await database.store.query("select jobmachine.promote('{default}')") }
            let ticket = try #require(try await model.schedule("hourly").lastTicket)
            let job = try await model.shownJob(ticket)
            #expect(job.status == .cancelled)
            #expect(job.error?.type == "expired")
        }
    }

    @Test func aTermThatIsNoLongerDeclaredGoes() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            var greeting = Schedule("greeting", "@daily", user: "ada", terms: Self.terms) { Echo(text: "a") }
            try await model.declareSchedules([greeting], of: "shop")
            #expect(try await model.schedule("greeting").terms == Self.terms)
            greeting.terms = ScheduleTerms(timeout: .milliseconds(1_500))
            greeting.user = nil
            try await model.declareSchedules([greeting], of: "shop")
            let schedule = try await model.schedule("greeting")
            #expect(schedule.terms == greeting.terms)
            #expect(schedule.user == nil)
        }
    }

    @Test func aChangeLeavesTheOtherTermsAsTheyAreAndAResetGivesThemBack() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            let greeting = Schedule("greeting", every: .seconds(600), terms: Self.terms) { Echo(text: "a") }
            try await model.declareSchedules([greeting], of: "shop")
            let draft = ScheduleDraft(terms: ScheduleTerms(attempts: 9, tags: ["autumn"]))
            let changed = try await model.changeSchedule("greeting", draft)
            var wanted = Self.terms
            wanted.attempts = 9
            wanted.tags = ["autumn"]
            #expect(changed.terms == wanted)
            // In SQL, null takes a term away.
            try await database.store.query(
                #"""
                select jobmachine.change_schedule('greeting', '{"terms": {"note": null, "expires": null}}')
                """#)
            wanted.note = nil
            wanted.expires = nil
            let less = try await model.schedule("greeting")
            #expect(less.terms == wanted)
            let none = try await model.changeSchedule(
                "greeting",
                ScheduleDraft(
                    terms: ScheduleTerms(attempts: 7), removed: [.timeout, .attempts, .tags, .tenant]))
            #expect(none.terms == ScheduleTerms(attempts: 7), "one that is given counts")
            try await database.store.query(
                #"select jobmachine.change_schedule('greeting', '{"terms": null}')"#)
            let bare = try await model.schedule("greeting")
            #expect(bare.terms == ScheduleTerms())
            let reset = try await model.resetSchedule("greeting")
            #expect(reset.terms == Self.terms)
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            (#"{"timeout": 0}"#, "the timeout of a job must be between"),
            (#"{"attempts": 0}"#, "the attempts of a schedule's jobs must be a whole number"),
            (#"{"attempts": 1.5}"#, "the attempts of a schedule's jobs must be a whole number"),
            (#"{"expires": 0}"#, "the jobs of a schedule must expire between"),
            (#"{"expires": "-1s"}"#, "the jobs of a schedule must expire between"),
            (#"{"expires": "2026-12-01"}"#, "“2026-12-01” is not a span of time"),
            (#"{"expires": "1 month"}"#, "“1 month” is not a span of time"),
            (#"{"timeout": "infinity"}"#, "“infinity” is not a span of time"),
            (#"{"timeout": true}"#, "“true” is not a span of time"),
            (#"{"timeout": "9e99 s"}"#, "“9e99 s” is not a span of time"),
            (#"{"tags": []}"#, "the tags of a job must be 1 to 20 texts"),
            (#"{"note": 7}"#, "the note of a job must be a text"),
            (#"{"rule": "@hourly"}"#, "the terms of a schedule are an object with timeout, attempts,"),
            ("[7]", "the terms of a schedule are an object with timeout, attempts,"),
        ])
    func termsThatNoScheduleCanHaveAreRefusedInWords(_ terms: String, _ words: String) async throws {
        try await withDatabase { database in
            try await database.store.query("select jobmachine.add_schedule('b', '@daily', 'other')")
            let calls: [Statement] = [
                "select jobmachine.add_schedule('a', '@daily', 'other', terms => \(terms)::jsonb)",
                "select jobmachine.change_schedule('b', jsonb_build_object('terms', \(terms)::jsonb))",
            ]
            for call in calls {
                let error = await #expect(throws: StoreError.self) { try await database.store.query(call) }
                #expect(error?.message.hasPrefix(words) == true, "\(error as Any)")
            }
        }
    }

    @Test(arguments: ["90", #""90s""#, #""90""#, #""00:01:30""#, #""1 minute 30 seconds""#])
    func timesAreSecondsOrTexts(span: String) async throws {
        try await withDatabase { database in
            try await database.store.query(
                """
                select
                  jobmachine.add_schedule('a', '@daily', 'other', terms => terms),
                  jobmachine.add_schedule('b', '@daily', 'other')
                from jsonb_build_object('timeout', \(span)::jsonb, 'expires', \(span)::jsonb) as terms
                """)
            try await database.store.query(
                """
                select jobmachine.change_schedule('b', jsonb_build_object('terms', terms))
                from jsonb_build_object('timeout', \(span)::jsonb, 'expires', \(span)::jsonb) as terms
                """)
            for name in ["a", "b"] {
                let terms = try await database.model().schedule(name).terms
                #expect(terms == ScheduleTerms(timeout: .seconds(90), expires: .seconds(90)))
            }
        }
    }

    @Test func aTermStandsWithinTermsAlone() async throws {
        try await withDatabase { database in
            try await database.store.query("select jobmachine.add_schedule('a', '@daily', 'other')")
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    #"select jobmachine.change_schedule('a', '{"timeout": "90s"}')"#)
            }
            #expect(error?.message == "a schedule has no “timeout”")
            #expect(error?.hint?.contains("terms") == true)
        }
    }
}
