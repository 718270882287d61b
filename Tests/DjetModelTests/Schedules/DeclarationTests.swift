import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Schedules that parts declare, and what people do with them.
@Suite struct DeclarationTests {
    private static let greeting = Schedule(
        "greeting", "30 6 * * 1-5", zone: "europe/copenhagen", on: "office"
    ) {
        Echo(text: "good morning")
    }

    @Test func aDeclarationIsTakenOverOnce() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            try await model.declareSchedules([Self.greeting], of: "shop")
            let schedule = try await model.schedule("greeting")
            #expect(schedule.zone == "Europe/Copenhagen")
            #expect(schedule.queue == "office")
            #expect(schedule.kind == "test.echo")
            #expect(schedule.arguments == #"{"text": "good morning"}"#)
            #expect(schedule.part == "shop")
            #expect(schedule.state == .active)
            #expect(!schedule.isChanged)
            try await model.declareSchedules([Self.greeting], of: "shop")
            #expect(try await model.schedule("greeting") == schedule)
        }
    }

    @Test func whatAPersonChangedWinsUntilItIsReset() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            try await model.declareSchedules([Self.greeting], of: "shop")
            try await model.changeSchedule("greeting", ScheduleDraft(rule: "0 7 * * *"))
            var newer = Self.greeting
            newer.rule = "45 6 * * *"
            try await model.declareSchedules([newer], of: "shop")
            let changed = try await model.schedule("greeting")
            #expect(changed.rule == "0 7 * * *")
            #expect(changed.isChanged)
            #expect(changed.declared?.contains("45 6 * * *") == true)
            let reset = try await model.resetSchedule("greeting")
            #expect(reset.rule == "45 6 * * *")
            #expect(!reset.isChanged)
        }
    }

    @Test func oneThatIsNoLongerDeclaredIsRetiredAndComesBack() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            try await model.declareSchedules([Self.greeting], of: "shop")
            try await model.declareSchedules([], of: "other")
            #expect(try await model.schedule("greeting").state == .active)
            try await model.declareSchedules([], of: "shop")
            #expect(try await model.schedule("greeting").state == .retired)
            #expect(try await model.schedule("greeting").nextAt == nil)
            try await model.declareSchedules([Self.greeting], of: "shop")
            #expect(try await model.schedule("greeting").state == .active)
        }
    }

    @Test func aDeclaredOneIsNotRemovedButARetiredOneIs() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            try await model.declareSchedules([Self.greeting], of: "shop")
            let error = await #expect(throws: ModelError.self) {
                _ = try await model.removeSchedule("greeting")
            }
            #expect(error?.description.contains("declared by the part “shop”") == true)
            try await model.declareSchedules([], of: "shop")
            try await model.removeSchedule("greeting")
            await #expect(throws: ModelError.self) { try await model.schedule("greeting") }
        }
    }

    @Test func oneAddedByHandKeepsWhatThePersonChose() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            let draft = ScheduleDraft(rule: "@daily", kind: "test.echo", arguments: #"{"text": "by hand"}"#)
            try await model.addSchedule("greeting", draft)
            try await model.declareSchedules([Self.greeting], of: "shop")
            let schedule = try await model.schedule("greeting")
            #expect(schedule.rule == "@daily")
            #expect(schedule.isChanged)
        }
    }

    @Test func oneThatBeginsPausedWaitsForAPersonOnce() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            let schedule = Schedule("quiet", "@daily", isPaused: true) { Echo(text: "a") }
            try await model.declareSchedules([schedule], of: "shop")
            #expect(try await model.schedule("quiet").state == .paused)
            try await model.resumeSchedule("quiet")
            var changed = schedule
            changed.rule = "@hourly"
            try await model.declareSchedules([changed], of: "shop")
            #expect(try await model.schedule("quiet").state == .active, "what a person decided stays")
            #expect(try await model.schedule("quiet").rule == "@hourly")
        }
    }

    @Test func anIntervalCountsFromItsDeclaration() async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            let schedule = Schedule("often", every: .seconds(600), missed: .none, overlap: .allow) {
                Echo(text: "a")
            }
            try await model.declareSchedules([schedule], of: "shop")
            let kept = try await model.schedule("often")
            #expect(kept.rule == "@every 600 seconds")
            let next = try #require(kept.nextAt)
            #expect(abs(next.timeIntervalSince(kept.createdAt) - 600) < 1)
        }
    }

    @Test(
        .endsWithTheSuite,
        arguments: [
            (ScheduleDraft(rule: "@daily", kind: "test.echo", arguments: "{}"), "text"),
            (ScheduleDraft(rule: "@daily", zone: "Mars", kind: "other"), "“Mars” is not a time zone"),
            (ScheduleDraft(rule: "@daily", kind: "Other Kind"), "is not a kind"),
            (
                ScheduleDraft(rule: "@daily", kind: "other", queue: "No Queue"),
                "“No Queue” is not a queue's name"
            ),
            (
                ScheduleDraft(rule: "@daily", kind: "other", priority: 10),
                "priority must be a number from 0 to 9"
            ),
            (ScheduleDraft(kind: "other"), "rule: a schedule needs one"),
            (ScheduleDraft(rule: "@daily"), "kind: a schedule needs one"),
        ])
    func whatNoScheduleCanHaveIsRefusedInWords(_ draft: ScheduleDraft, _ words: String) async throws {
        try await withDatabase { database in
            let model = database.model([Echo.self])
            let error = await #expect(throws: ModelError.self) {
                _ = try await model.addSchedule("a", draft)
            }
            #expect(error?.description.contains(words) == true)
            let kept = try await model.schedules()
            #expect(kept.isEmpty)
        }
    }

    @Test func theSchedulesOfADisabledUserPause() async throws {
        try await withPeople { people in
            let draft = ScheduleDraft(rule: "@daily", kind: "other")
            try await people.acting(as: "ada").addSchedule("adas", draft)
            let root = people.acting(as: "root")
            try await root.addSchedule("roots", draft)
            try await root.disableUser("ada")
            #expect(try await root.schedule("adas").pausedWhy == "the user “ada” was disabled")
            #expect(try await root.schedule("roots").state == .active)
            await #expect(throws: ModelError.self) { try await root.resumeSchedule("adas") }
            let error = await #expect(throws: ModelError.self) { try await root.runSchedule("adas") }
            #expect(error?.message.hasPrefix("the user “ada” is disabled") == true)
            // Who changes what it runs does so on their own behalf.
            try await root.changeSchedule("adas", ScheduleDraft(kind: "another"))
            #expect(try await root.schedule("adas").user == "root")
            try await root.resumeSchedule("adas")
        }
    }

    @Test func schedulesComeInPages() async throws {
        try await withDatabase { database in
            let model = database.model()
            for name in ["c", "a.x", "b.x"] {
                try await model.addSchedule(name, ScheduleDraft(rule: "@daily", kind: "other"))
            }
            #expect(try await model.schedules(limit: 2).map(\.name) == ["a.x", "b.x"])
            #expect(try await model.schedules(after: "b.x").map(\.name) == ["c"])
            #expect(try await model.schedules(search: ".x").map(\.name) == ["a.x", "b.x"])
        }
    }
}
