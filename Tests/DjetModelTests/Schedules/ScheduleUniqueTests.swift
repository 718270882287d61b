import DjetModel
import DjetTestSupport
import Testing

/// The rule by which the jobs of a schedule are unique.
@Suite struct ScheduleUniqueTests {
    /// A function whose own rule is another one.
    struct Count: ModelFunction {
        static let name = "test.count"
        static let unique: Unique? = Unique(key: "count", while: .waiting)

        func run(in model: Model) -> Int { 1 }
    }

    struct Pay: ModelFunction {
        static let name = "test.pay-later"
        static let secret = Secret.arguments("card")
        var card: String?

        func run(in model: Model) -> Int { 1 }
    }

    private static let rule = Unique(key: "one", while: .within(.seconds(90)), otherwise: .replace)

    @Test func aRuleThatIsGivenTakesThePlaceOfTheFunctionsOwn() async throws {
        try await withDatabase { database in
            let model = database.model([Count.self, Echo.self])
            let own = try await model.addSchedule("own", ScheduleDraft(rule: "@daily", kind: Count.name))
            #expect(own.unique == Count.unique)
            let given = try await model.addSchedule(
                "given", ScheduleDraft(rule: "@daily", kind: Count.name, unique: Self.rule))
            #expect(given.unique == Self.rule)
            let ticket = try await model.runSchedule("given")
            #expect(try await model.shownJob(ticket).unique == Self.rule)
            #expect(try await model.runSchedule("given") == ticket, "the key is taken")

            let kept = try await model.changeSchedule(
                "given", ScheduleDraft(rule: "@hourly", kind: Count.name))
            #expect(kept.unique == Self.rule, "it is the same function")
            let gone = try await model.changeSchedule("given", ScheduleDraft(removed: [.unique]))
            #expect(gone.unique == nil)
            let other = try await model.changeSchedule(
                "own",
                ScheduleDraft(
                    kind: Echo.name, arguments: #"{"text": "a"}"#, unique: Unique(), removed: [.unique]))
            #expect(other.unique == Unique(), "one that is given counts")
            let back = try await model.changeSchedule(
                "own", ScheduleDraft(kind: Count.name, arguments: "{}"))
            #expect(back.unique == Count.unique, "another function brings its own")
        }
    }

    @Test func aDeclarationCanSetIt() async throws {
        try await withDatabase { database in
            let model = database.model([Count.self])
            let schedules = [
                Schedule("own", "@daily") { Count() },
                Schedule("given", every: .seconds(600), unique: Self.rule) { Count() },
            ]
            try await model.declareSchedules(schedules, of: "shop")
            #expect(try await model.schedule("own").unique == Count.unique)
            #expect(try await model.schedule("given").unique == Self.rule)
            try await model.changeSchedule("given", ScheduleDraft(removed: [.unique]))
            #expect(try await model.resetSchedule("given").unique == Self.rule)
        }
    }

    @Test func secretArgumentsAreNoKey() async throws {
        try await withDatabase { database in
            let model = database.model([Pay.self])
            let draft = ScheduleDraft(rule: "@daily", kind: Pay.name, unique: Unique())
            let words = "the jobs of test.pay-later cannot be unique by their arguments, which are secret"
            let added = await refusal { try await model.addSchedule("pay", draft) }
            #expect(added?.message.hasPrefix(words) == true, "\(added as Any)")
            try await model.addSchedule("pay", ScheduleDraft(rule: "@daily", kind: Pay.name))
            let changed = await refusal {
                try await model.changeSchedule("pay", ScheduleDraft(unique: Unique()))
            }
            #expect(changed?.message.hasPrefix(words) == true, "\(changed as Any)")
            let declared = Schedule("declared", "@daily", unique: Unique()) { Pay(card: nil) }
            let refused = await refusal { try await model.declareSchedules([declared], of: "shop") }
            #expect(refused?.message.hasPrefix(words) == true, "\(refused as Any)")
            #expect(try await model.schedule("pay").unique == nil)
        }
    }
}
