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
                "select jobmachine.change_schedule('greeting', '{\"note\": null, \"expires\": null}')")
            wanted.note = nil
            wanted.expires = nil
            let less = try await model.schedule("greeting")
            #expect(less.terms == wanted)
            let none = try await model.changeSchedule(
                "greeting",
                ScheduleDraft(
                    terms: ScheduleTerms(attempts: 7), removed: [.timeout, .attempts, .tags, .tenant]))
            #expect(none.terms == ScheduleTerms(attempts: 7), "one that is given counts")
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
            (#"{"expires": "2026-12-01"}"#, "the jobs of a schedule must expire between"),
            (#"{"tags": []}"#, "the tags of a job must be 1 to 20 texts"),
            (#"{"note": 7}"#, "the note of a job must be a text"),
            (#"{"rule": "@hourly"}"#, "the terms of a schedule are an object with timeout, attempts,"),
            ("[7]", "the terms of a schedule are an object with timeout, attempts,"),
        ])
    func termsThatNoScheduleCanHaveAreRefusedInWords(_ terms: String, _ words: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    "select jobmachine.add_schedule('a', '@daily', 'other', terms => \(terms)::jsonb)")
            }
            #expect(error?.message.hasPrefix(words) == true, "\(error as Any)")
        }
    }
}
