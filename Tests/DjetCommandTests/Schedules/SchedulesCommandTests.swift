import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct SchedulesCommandTests {
    /// The function of `office` that bears this name.
    struct Greet: ModelFunction {
        static let name = "greet"
        var whom: String

        func run(in model: Model) async throws -> String { "Hello, \(whom)" }
    }

    private static let adding = [
        "schedules", "add", "letters", "--cron", "30 6 * * 1-5", "--function", "greet", "--args",
        #"{"whom": "Ada"}"#,
    ]

    @Test func aScheduleIsAddedListedAndShown() async throws {
        try await withDatabase(business: true) { database in
            let more = [
                "--zone", "europe/copenhagen", "--queue", "slow", "--priority", "2", "--missed", "all",
                "--overlap", "allow",
            ]
            let add = try await Run(Self.adding + more, by: "office", on: database)
            let sentence =
                #/letters is added\. Its next time is \d{4}-\d\d-\d\d \d\d:\d\d:00[+-]\d\d:\d\d(.+)\n/#
            let zone = add.output.wholeMatch(of: sentence)?.output.1
            #expect(zone == "; its rule is in the zone Europe/Copenhagen.", "\(add.output)\(add.error)")

            let list = try await Run.office("schedules", "list", "--search", "LETT", on: database)
            let lines = list.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix("NAME     RULE          ZONE "))
            #expect(lines[1].contains(#/^letters  30 6 \* \* 1-5  Europe\/Copenhagen  \d{4}-\d\d-\d\d /#))

            let json = try await Run.office("schedules", "list", "--json", on: database)
            let schedule = try #require(try (json.json() as? [[String: Any]])?.first)
            #expect(schedule["arguments"] as? [String: String] == ["whom": "Ada"])
            #expect(schedule["queue"] as? String == "slow")
            #expect(schedule["priority"] as? Int == 2)
            #expect(schedule["missed"] as? String == "all")
            #expect(schedule["overlap"] as? String == "allow")
            #expect(schedule["state"] as? String == "active")

            let show = try await Run.office("schedules", "show", "letters", on: database)
            #expect(show.output.contains("function    greet\nqueue       slow\n"), "\(show.error)")
            #expect(show.output.matches(of: #/\nnext {8}\d{4}-/#).count == 5)
            #expect(!show.output.contains("declaration"))
            let sheet = try await Run.office("schedules", "show", "letters", "--json", on: database)
            let details = try #require(try sheet.json() as? [String: Any])
            #expect((details["due"] as? [String])?.first == details["nextAt"] as? String)
        }
    }

    @Test func termsAreAddedChangedAndShown() async throws {
        try await withDatabase(business: true) { database in
            let terms = [
                "--timeout", "90s", "--expires", "1h", "--attempts", "2", "--tag", "spring", "--tag", "mail",
                "--note", "for Ada",
            ]
            _ = try await Run(Self.adding + terms, by: "office", on: database)
            let change = try await Run.office(
                "schedules", "change", "letters", "--attempts", "4", on: database)
            #expect(change.status == 0, "\(change.error)")
            let show = try await Run.office("schedules", "show", "letters", on: database)
            let lines = """
                timeout     1 min 30 s
                attempts    4
                expires     1 h after the due time
                tags        spring, mail
                note        for Ada

                """
            #expect(show.output.contains(lines), "\(show.output)")
            let sheet = try await Run.office("schedules", "show", "letters", "--json", on: database)
            let details = try #require(try sheet.json() as? [String: Any])
            #expect(details["timeout"] as? Double == 90 && details["expires"] as? Double == 3_600)
            #expect(details["tags"] as? [String] == ["spring", "mail"])
        }
    }

    @Test func termsAreTakenAway() async throws {
        try await withDatabase(business: true) { database in
            let terms = ["--timeout", "90s", "--tag", "spring", "--note", "for Ada"]
            _ = try await Run(Self.adding + terms, by: "office", on: database)
            let without = try await Run.office(
                "schedules", "change", "letters", "--without", "tags", "--without", "timeout", "--json",
                on: database)
            let less = try #require(try without.json() as? [String: Any], "\(without.error)")
            #expect(less["tags"] as? [String] == [] && less["timeout"] is NSNull)
            #expect(less["note"] as? String == "for Ada")
            let wrong = try await Run.office(
                "schedules", "change", "letters", "--without", "rule", on: database)
            #expect(wrong.status == 64 && wrong.error.contains("name one of tenant, timeout"))
        }
    }

    @Test func schedulesAreListedPageByPage() async throws {
        try await withDatabase(business: true) { database in
            for name in ["a", "b", "c"] {
                try await database.model().addSchedule(name, ScheduleDraft(rule: "@daily", kind: "greet"))
            }
            let page = try await Run.office("schedules", "list", "--limit", "2", on: database)
            #expect(page.error == "There may be more: --after b\n")
            let rest = try await Run.office("schedules", "list", "--after", "b", "--json", on: database)
            let names = try #require(try rest.json() as? [[String: Any]]).map { $0["name"] as? String }
            #expect(names == ["c"])
        }
    }

    @Test func aScheduleIsPausedRunResumedAndRemoved() async throws {
        try await withDatabase(business: true) { database in
            _ = try await Run(Self.adding, by: "office", on: database)
            func run(_ word: String) async throws -> Run {
                try await Run.office("schedules", word, "letters", on: database)
            }
            #expect(try await run("pause").output == "letters is paused.\n")
            #expect(try await run("pause").output == "letters was paused already.\n")
            #expect(try await run("show").output.matches(of: #/\nwould come  \d{4}-/#).count == 5)
            let job = try await run("run")
            #expect(job.output == "default.1\n")
            #expect(job.error.hasPrefix("No worker claims from default at the moment."))
            let list = try await Run.office("schedules", "list", on: database)
            #expect(list.output.contains(#/ default\.1 +entered +paused since \d{4}-/#), "\(list.output)")
            #expect(try await run("resume").output.hasPrefix("letters is resumed. Its next time is "))
            #expect(try await run("resume").output.hasPrefix("letters was not paused. Its next time is "))
            #expect(try await run("resume").output.hasSuffix("; its rule is in the zone UTC.\n"))
            #expect(try await run("remove").output == "letters is removed.\n")
            #expect(try await Run.office("schedules", "list", on: database).error == "No schedules found.\n")
        }
    }

    @Test func aDeclaredScheduleIsChangedAndReset() async throws {
        try await withDatabase(business: true) { database in
            let totals = Schedule("totals", every: .seconds(600)) { Greet(whom: "Ada") }
            try await database.model().declareSchedules([totals], of: "shop")
            func run(_ words: String...) async throws -> Run {
                try await Run(["schedules"] + words, by: "office", on: database)
            }
            let change = try await run("change", "totals", "--every", "20 minutes", "--missed", "none")
            let advice = """
                Your change wins over the declaration of the part “shop” until `office schedules reset totals`.

                """
            #expect(change.output.hasPrefix("totals is changed. Its next time is "), "\(change.error)")
            #expect(change.output.hasSuffix(advice))
            #expect(try await run("list").output.contains("changed by hand"))
            let shown = try await run("show", "totals").output
            #expect(shown.contains("rule        @every 20 minutes\n"))
            #expect(shown.contains("\ndeclaration\n") && shown.contains(#""rule": "@every 600 seconds""#))

            let remove = try await run("remove", "totals")
            #expect(remove.status == 1)
            #expect(remove.error.hasPrefix("Error: the schedule “totals” is declared by the part “shop”"))
            let reset = try await run("reset", "totals")
            #expect(reset.output.hasPrefix("totals is again as its part declares it. Its next time is "))
            #expect(try await run("list").output.contains("changed by hand") == false)
            #expect(try await run("show", "totals").output.contains("declaration") == false)
        }
    }

    @Test func whatCannotBeIsRefusedInWords() async throws {
        try await withDatabase(business: true) { database in
            _ = try await Run(Self.adding, by: "office", on: database)
            let hint =
                "there is no schedule “leters”; did you mean letters? `office schedules list` lists them\n"
            for word in ["show", "next", "pause", "resume", "run", "reset", "remove"] {
                let run = try await Run.office("schedules", word, "leters", on: database)
                #expect(run.status == 1 && run.error == "Error: \(hint)", "\(word): \(run.error)")
            }
            let cases: [([String], Int32, String)] = [
                (["change", "leters", "--queue", "slow"], 1, hint),
                (Array(Self.adding.dropFirst()), 1, "there is a schedule “letters” already"),
                (["change", "letters", "--zone", "Mars"], 1, "“Mars” is not a time zone"),
                (["change", "letters", "--cron", "* * *"], 1, "“* * *” is not the rule of a schedule"),
                (["change", "letters", "--user", "nobody"], 1, "there is no user “nobody”"),
                (["reset", "letters"], 1, "no part declares the schedule “letters”"),
                (
                    ["change", "letters", "--args", "{}"], 64,
                    "the arguments do not fit greet: whom is missing"
                ),
            ]
            for (arguments, status, sentence) in cases {
                let run = try await Run(["schedules"] + arguments, by: "office", on: database)
                #expect(run.status == status, "\(arguments)")
                #expect(run.error.hasPrefix("Error: \(sentence)"), "\(run.error)")
            }
        }
    }

    /// Mistakes that are found before the database is asked for.
    static let mistakes: [([String], String)] = [
        (["add", "a", "--function", "greet"], "the rule is missing: give it by --cron or --every"),
        (["add", "a", "--cron", "@daily"], "the function is missing: name it by --function"),
        (
            ["add", "a", "--cron", "@daily", "--every", "1 hour", "--function", "greet"],
            "--cron and --every are both rules: give one of them"
        ),
        (
            ["add", "a", "--cron", "@daily", "--function", "gret"],
            "office has no function “gret”; did you mean greet? `office functions` lists its functions"
        ),
        (
            ["add", "a", "--cron", "@daily", "--function", "greet", "--args", "[1]"],
            "--args is not a JSON object"
        ),
        (
            ["add", "a", "--cron", "@daily", "--function", "greet", "--args", #"{"whom": 7}"#],
            "the arguments do not fit greet: whom must be a text"
        ),
        (["change", "a"], "there is nothing to change: give --cron, --queue or another flag"),
        (["change", "a", "--priority", "10"], "--priority must be from 0 to 9 (got 10)"),
        (["change", "a", "--queue", "Slow"], "“Slow” is not a queue's name"),
        (["change", "a", "--missed", "some"], "“some” is none of last, all and none"),
        (["change", "a", "--overlap", "some"], "“some” is neither skip nor allow"),
        (["next"], "name a schedule, or give a rule by --cron or --every"),
        (["next", "a", "--cron", "@daily"], "name a schedule, or give a rule by --cron or --every"),
        (["next", "a", "--zone", "UTC"], "--zone belongs to --cron"),
        (["next", "a", "-n", "1001"], "--count must be from 1 to 1000 (got 1001)"),
        (["next", "a", "--from", "soon"], "“soon” is not a time"),
        (["list", "--limit", "0"], "--limit must be from 1 to 10000 (got 0)"),
    ]

    @Test(arguments: mistakes) func aMistakeIsFoundAtOnce(arguments: [String], sentence: String) async throws
    {
        let run = try await Run(["schedules"] + arguments, by: "office")
        #expect(run.status == 64, "\(run.error)")
        #expect(run.error.contains(sentence), "\(run.error)")
    }
}
