import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The due times that `schedules next` prints.
@Suite struct SchedulesNextTests {
    /// Arguments, and the lines that they lead to.
    private static let rules: [([String], [String])] = [
        // The clocks of Copenhagen are set back on 25 October, and forward on 28 March.
        (
            [
                "--cron", "30 2 * * *", "--zone", "Europe/Copenhagen", "--from", "2026-10-24T00:00Z", "-n",
                "3",
            ],
            ["2026-10-24T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z"]
        ),
        (
            [
                "--cron", "30 2 * * *", "--zone", "Europe/Copenhagen", "--from", "2027-03-28T00:00Z",
                "--count", "1",
            ],
            ["2027-03-28T01:00Z"]
        ),
        (["--cron", "30 2 * * * 15", "--from", "2026-10-24T00:00Z", "-n", "1"], ["2026-10-24T02:30:15Z"]),
        (
            ["--every", "90 minutes", "--from", "2026-10-24T00:00Z", "-n", "2"],
            ["2026-10-24T01:30Z", "2026-10-24T03:00Z"]
        ),
        // The terminal is in India.
        (["--cron", "@hourly", "--from", "2026-10-24 00:00", "-n", "1"], ["2026-10-23T19:00Z"]),
    ]

    @Test func theTimesOfARuleAreInUTC() async throws {
        try await withDatabase(business: true) { database in
            for (arguments, lines) in Self.rules {
                let run = try await Run(
                    ["schedules", "next"] + arguments, by: "office", on: database,
                    environment: ["TZ": "Asia/Kolkata"])
                #expect(run.output.split(separator: "\n").map(String.init) == lines, "\(run.error)")
            }
            let five = try await Run.office("schedules", "next", "--cron", "@daily", on: database)
            #expect(five.output.matches(of: #/\d{4}-\d\d-\d\dT00:00Z\n/#).count == 5, "\(five.error)")
            let json = try await Run.office(
                "schedules", "next", "--cron", "@daily", "--from", "2026-10-24T00:00Z", "-n", "2", "--json",
                on: database)
            #expect(
                try json.json() as? [String] == [
                    "2026-10-25T00:00:00.000000Z", "2026-10-26T00:00:00.000000Z",
                ])
        }
    }

    @Test func theTimesOfAScheduleFollowItsRuleAndZone() async throws {
        try await withDatabase(business: true) { database in
            let draft = ScheduleDraft(rule: "30 2 * * *", zone: "Europe/Copenhagen", kind: "greet")
            try await database.model().addSchedule("letters", draft)
            let run = try await Run.office(
                "schedules", "next", "letters", "--from", "2026-10-25T12:00Z", "-n", "1", on: database)
            #expect(run.output == "2026-10-26T01:30Z\n", "\(run.error)")
            // The first is the one that the schedule has stored: an interval counts from there.
            try await database.model().changeSchedule("letters", ScheduleDraft(rule: "@every 3 days"))
            let next = try #require(try await database.model().schedule("letters").nextAt)
            let stored = try await Run.office(
                "schedules", "next", "letters", "-n", "2", "--json", on: database)
            let times = try #require(try stored.json() as? [String])
            #expect(times.count == 2)
            let first = try await database.store.first(
                "select \(times[0])::timestamptz = \(next)::timestamptz", as: Bool.self)
            #expect(first == true, "\(times)")
        }
    }

    private static let refused: [([String], String)] = [
        (
            ["--cron", "61 2 * * *"],
            "“61” does not fit the minute field of a schedule's rule. Use a number from"
        ),
        (["--cron", "soon"], "“soon” is not the rule of a schedule. Use five fields, minute hour day month"),
        (["--every", "week"], "“@every week” is not an interval of a schedule. Use whole seconds"),
        (["--cron", "30 2 30 2 *"], "the rule never comes: check its day and its month"),
        (
            ["--cron", "@daily", "--zone", "Europe/Kopenhagen"],
            "“Europe/Kopenhagen” is not a time zone. Use a name of the IANA database, such as"
        ),
        (["letters"], "there is no schedule “letters”. `office schedules list` lists them"),
    ]

    @Test func whatTheServerDoesNotUnderstandIsRefusedInWords() async throws {
        try await withDatabase(business: true) { database in
            for (arguments, sentence) in Self.refused {
                let run = try await Run(["schedules", "next"] + arguments, by: "office", on: database)
                #expect(run.status == 1 && run.output.isEmpty, "\(arguments)")
                #expect(run.error.hasPrefix("Error: \(sentence)"), "\(run.error)")
            }
        }
    }
}
