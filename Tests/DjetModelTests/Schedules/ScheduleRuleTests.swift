import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The due times of rules.
@Suite struct ScheduleRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let zone: String
        let after: String
        let dues: [String]

        init(_ rule: String, _ zone: String = "UTC", after: String, _ dues: String...) {
            (self.rule, self.zone, self.after, self.dues) = (rule, zone, after, dues)
        }

        var testDescription: String { "\(rule) in \(zone) after \(after)" }
    }

    private static let calendar = [
        Case("30 6 * * 1-5", after: "2026-11-27 12:00", "2026-11-30 06:30:00", "2026-12-01 06:30:00"),
        Case("*/20 9,17 * * *", after: "2026-11-29 09:20", "2026-11-29 09:40:00", "2026-11-29 17:00:00"),
        Case("0 0 L * *", after: "2028-02-01 00:00", "2028-02-29 00:00:00", "2028-03-31 00:00:00"),
        Case("0 0 15,L feb *", after: "2027-01-01 00:00", "2027-02-15 00:00:00", "2027-02-28 00:00:00"),
        Case("0 12 29 2 *", after: "2096-03-01 00:00", "2104-02-29 12:00:00"),
        Case("0 0 1 * mon", after: "2026-11-29 00:00", "2026-11-30 00:00:00", "2026-12-01 00:00:00"),
        Case("0 0 * * sat-sun", after: "2026-11-29 00:00", "2026-12-05 00:00:00", "2026-12-06 00:00:00"),
        Case("0 0 * * 7", after: "2026-11-28 00:00", "2026-11-29 00:00:00"),
        Case("5/20 * * * *", after: "2026-11-29 00:00", "2026-11-29 00:05:00", "2026-11-29 00:25:00"),
        Case("* * * * * */30", after: "2026-11-29 00:00:00.5", "2026-11-29 00:00:30", "2026-11-29 00:01:00"),
        Case("@hourly", after: "2026-11-29 00:10", "2026-11-29 01:00:00"),
        Case("@daily", after: "2026-11-29 00:00", "2026-11-30 00:00:00"),
        Case("@weekly", after: "2026-11-29 00:00", "2026-12-06 00:00:00"),
        Case("@monthly", after: "2026-11-29 00:00", "2026-12-01 00:00:00"),
        Case("@yearly", after: "2026-11-29 00:00", "2027-01-01 00:00:00"),
        Case("@every 90 minutes", after: "2026-11-29 00:10:30", "2026-11-29 01:40:30", "2026-11-29 03:10:30"),
        Case("@every 1 day", after: "2026-11-29 00:10:30", "2026-11-30 00:10:30"),
    ]

    private static let clockChanges = [
        // A time that exists twice comes once, at the first.
        Case(
            "30 2 * * *", "Europe/Copenhagen", after: "2026-10-24 00:00",
            "2026-10-24 00:30:00", "2026-10-25 00:30:00", "2026-10-26 01:30:00"),
        // A time that does not exist comes at the end of the gap.
        Case(
            "30 2 * * *", "Europe/Copenhagen", after: "2027-03-28 00:00",
            "2027-03-28 01:00:00", "2027-03-29 00:30:00"),
        // Several of them come together.
        Case(
            "*/20 1-3 * * *", "Europe/Copenhagen", after: "2027-03-28 00:40",
            "2027-03-28 01:00:00", "2027-03-28 01:20:00"),
        // Rules of every hour follow the time that passes.
        Case(
            "*/30 * * * *", "Europe/Copenhagen", after: "2026-10-25 00:30",
            "2026-10-25 01:00:00", "2026-10-25 01:30:00", "2026-10-25 02:00:00"),
        Case(
            "30 * * * *", "Europe/Copenhagen", after: "2027-03-28 00:30",
            "2027-03-28 01:30:00", "2027-03-28 02:30:00"),
        // Its clocks are set by half an hour.
        Case(
            "15 2 * * *", "Australia/Lord_Howe", after: "2026-10-03 12:00",
            "2026-10-03 15:30:00", "2026-10-04 15:15:00"),
        Case(
            "45 1 * * *", "Australia/Lord_Howe", after: "2026-04-04 12:00",
            "2026-04-04 14:45:00", "2026-04-05 15:15:00"),
        // A whole day was left out.
        Case("0 12 30 12 *", "Pacific/Apia", after: "2011-12-01 00:00", "2011-12-30 10:00:00"),
    ]

    @Test(.endsWithTheSuite, arguments: calendar + clockChanges)
    func dueTimesAreThoseOfTheRule(_ rule: Case) async throws {
        try await withDatabase { database in
            let dues = try await database.store.rows(
                """
                select to_char(due at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')
                from jobmachine.due_times(
                  \(rule.rule), \(rule.zone), \(rule.after)::timestamp at time zone 'UTC', \(rule.dues.count)::integer) due
                """, as: String.self)
            #expect(dues == rule.dues)
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            ("61 * * * *", "“61” does not fit the minute field"),
            ("0 x * * *", "“x” does not fit the hour field"),
            ("0 0 0 * *", "“0” does not fit the day field"),
            ("0 0 1 foo *", "“foo” does not fit the month field"),
            ("0 0 * * mon-", "“mon-” does not fit the weekday field"),
            ("0 22-4 * * *", "“22-4” ends before it begins"),
            ("*/0 * * * *", "“*/0” has a step of 0"),
            ("0 0 * *", "“0 0 * *” is not the rule of a schedule"),
            ("@often", "“@often” is not the rule of a schedule"),
            ("@every 1 month", "“@every 1 month” is not an interval"),
            ("@every 0.5 seconds", "“@every 0.5 seconds” is not an interval"),
            ("", "“” is not the rule of a schedule"),
            (String(repeating: "0,", count: 5_000) + "0 * * * *", "is not the rule of a schedule"),
            ("@every 10 minutes" + String(repeating: " ", count: 200), "at most 200 characters (got 217)"),
            ("0 0 ,l * *", "“” does not fit the day field"),
            ("0 0 l, * *", "“” does not fit the day field"),
        ])
    func whatIsNoRuleIsToldSo(_ rule: String, _ words: String) async throws {
        try await withDatabase { database in
            let model = database.model()
            let error = await #expect(throws: ModelError.self) {
                _ = try await model.dueTimes(rule)
            }
            #expect(error?.description.contains(words) == true)
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            ("due_times('0 6 * * *', null)", "“null” is not a time zone"),
            ("next_due('0 6 * * *', null, now())", "“null” is not a time zone"),
            ("next_due('0 6 * * *', 'UTC', 'infinity')", "no due time comes after infinity"),
            ("next_due('0 6 * * *', 'UTC', null)", "no due time comes after null"),
            ("due_times('0 6 * * *', 'UTC', '294276-12-31')", "no due time comes after 294276"),
            ("due_times(null)", "“null” is not the rule of a schedule"),
            ("add_schedule('a', '0 6 * * *', 'a', zone => null)", "“null” is not a time zone"),
            ("add_schedule('a', null, 'a')", "“null” is not the rule of a schedule"),
            (
                #"declare_schedules('p', '{"a": {"rule": "@daily", "kind": "a", "zone": null}}')"#,
                "“null” is not a time zone"
            ),
            // PostgreSQL takes them for abbreviations.
            ("due_times('0 6 * * *', 'CET')", "“CET” has no summer time here"),
            ("due_times('0 6 * * *', 'wet')", "“WET” has no summer time here"),
        ])
    func aTimeThatCannotBeFoundIsToldSo(_ call: String, _ words: String) async throws {
        try await withDatabase { database in
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(text: "select jobmachine.\(call)"))
            }
            #expect(error?.sqlState?.rawValue == "DJ400")
            #expect(error?.message.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
        }
    }

    @Test func dueTimesAreForWorkersToo() async throws {
        try await withDatabase { database in
            let dues = try await database.signedIn(as: "djet_work") { workshop in
                try await workshop.store.rows(
                    "select jobmachine.due_times('@daily') = jobmachine.next_due('@daily', 'UTC', now())",
                    as: Bool.self)
            }
            #expect(dues == [true, false, false, false, false])
        }
    }

    @Test func aRuleThatNeverComesIsRefused() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            let draft = ScheduleDraft(rule: "0 0 30 2 *", kind: "test.echo", arguments: #"{"text": "a"}"#)
            let error = await #expect(throws: ModelError.self) {
                _ = try await model.addSchedule("never", draft)
            }
            #expect(error?.description.contains("never comes") == true)
        }
    }

    @Test func theLastDueTimeIsFoundAtOnceHoweverManyCameBefore() async throws {
        try await withDatabase { database in
            let last = try await database.store.first(
                """
                select to_char(jobmachine.last_due(
                  '* 9-17 * * * *', 'UTC', '2020-01-01 09:00Z', '2026-11-29 08:00Z') at time zone 'UTC',
                  'YYYY-MM-DD HH24:MI:SS')
                """, as: String.self)
            #expect(last == "2026-11-28 17:59:59")
        }
    }
}
