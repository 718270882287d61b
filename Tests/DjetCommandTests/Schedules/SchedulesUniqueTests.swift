import DjetModel
import DjetTestSupport
import Testing

@Suite struct SchedulesUniqueTests {
    private static let adding = [
        "schedules", "add", "letters", "--cron", "@daily", "--function", "greet", "--args",
        #"{"whom": "Ada"}"#,
    ]

    @Test func aRuleIsAddedShownChangedAndTakenAway() async throws {
        try await withDatabase(business: true) { database in
            let add = try await Run(
                Self.adding + ["--unique", "90s", "--key", "letters", "--otherwise", "replace"], by: "office",
                on: database)
            #expect(add.status == 0, "\(add.error)")
            let show = try await Run.office("schedules", "show", "letters", on: database)
            #expect(
                show.output.contains("unique      within 90 s, by the key letters, otherwise replace\n"),
                "\(show.output)")
            let list = try await Run.office("schedules", "list", "--json", on: database)
            let listed = try #require(try (list.json() as? [[String: Any]])?.first)
            let rule = try #require(listed["unique"] as? [String: Any])
            #expect(rule["while"] as? String == "within" && rule["seconds"] as? Double == 90)
            #expect(rule["key"] as? String == "letters" && rule["otherwise"] as? String == "replace")

            _ = try await Run.office("schedules", "change", "letters", "--unique", "live", on: database)
            #expect(try await database.model().schedule("letters").unique == Unique())
            let without = try await Run.office(
                "schedules", "change", "letters", "--without", "unique", on: database)
            #expect(without.status == 0, "\(without.error)")
            #expect(try await database.model().schedule("letters").unique == nil)
            let none = try await Run.office("schedules", "show", "letters", on: database)
            #expect(!none.output.contains("unique"))
        }
    }

    @Test(arguments: [
        (["--otherwise", "replace"], "--otherwise needs --unique"),
        (["--unique", "soon"], "--unique must be waiting, live, or a time"),
    ])
    func aMistakeIsFoundAtOnce(arguments: [String], sentence: String) async throws {
        for words in [Self.adding, ["schedules", "change", "letters"]] {
            let run = try await Run(words + arguments, by: "office")
            #expect(run.status == 64 && run.error.contains(sentence), "\(run.error)")
        }
    }
}
