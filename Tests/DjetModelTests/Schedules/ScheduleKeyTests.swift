import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The limit keys of functions in jobs that nobody offloads by hand.
@Suite struct ScheduleKeyTests {
    /// A function whose key is not the queue's.
    struct Parcel: ModelFunction {
        static let name = "test.parcel"
        static let limitKey: String? = "owner"
        var owner: String

        func run(in model: Model) -> String { owner }
    }

    private func withKeys(_ body: (TestDatabase, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            let model = database.model([Parcel.self, Echo.self])
            try await model.limit("default", to: QueueLimit(key: "text", runningPerKey: 1))
            try await body(database, model)
        }
    }

    private func keys(in database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            "select coalesce(limit_key, 'none') from jobmachine.job order by id", as: String.self)
    }

    private func fire(in database: TestDatabase) async throws {
        try await database.store.query("update jobmachine.schedule set next_at = now() - interval '1 second'")
        try await database.store.query("select jobmachine.promote('{default}')")
    }

    @Test func aScheduleThatAPartDeclaresHasThem() async throws {
        try await withKeys { database, model in
            let daily = Schedule("daily", "@daily") { Parcel(owner: "ada") }
            try await model.declareSchedules([daily], of: "shop")
            try await fire(in: database)
            try await model.runSchedule("daily")
            #expect(try await keys(in: database) == ["ada", "ada"])
            // What a person changes leaves the function its key.
            try await model.changeSchedule("daily", ScheduleDraft(rule: "@hourly"))
            try await database.store.query(
                "update jobmachine.schedule set environment = environment - 'limitKey', declared = '{}'")
            try await model.declareSchedules([daily], of: "shop")
            try await model.runSchedule("daily")
            #expect(try await keys(in: database) == ["ada", "ada", "ada"])
            #expect(try await model.schedule("daily").rule == "@hourly")
        }
    }

    @Test func oneThatIsAddedOrChangedByHandHasThem() async throws {
        try await withKeys { database, model in
            try await model.addSchedule(
                "hand",
                ScheduleDraft(rule: "@daily", kind: Parcel.name, arguments: #"{"owner": "ada"}"#))
            try await fire(in: database)
            try await model.changeSchedule(
                "hand", ScheduleDraft(kind: Echo.name, arguments: #"{"text": "a"}"#))
            try await model.runSchedule("hand")
            try await model.changeSchedule(
                "hand", ScheduleDraft(kind: Parcel.name, arguments: #"{"owner": "b"}"#))
            try await model.runSchedule("hand")
            #expect(try await keys(in: database) == ["ada", "a", "b"])
            #expect(try await model.schedule("hand").terms == ScheduleTerms())
        }
    }

    @Test func oneOfSQLNamesIts() async throws {
        try await withKeys { database, model in
            try await database.store.query(
                """
                select jobmachine.add_schedule(
                  'sql', '@daily', 'other', '{"text": "a", "owner": "b"}', limit_key => 'owner')
                """)
            try await model.runSchedule("sql")
            try await database.store.query(
                #"select jobmachine.change_schedule('sql', '{"limitKey": null}')"#)
            try await model.runSchedule("sql")
            #expect(try await keys(in: database) == ["b", "a"])
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(
                    #"select jobmachine.change_schedule('sql', '{"limitKey": 7}')"#)
            }
            #expect(error?.message == "the limitKey of a job must be a text of 1 to 100 characters")
        }
    }

    @Test func retriesJobsAfterOthersAndTheOneAfterAGroupHaveThem() async throws {
        try await withKeys { database, model in
            let first = try await model.offload(Parcel(owner: "first"))
            _ = try await model.offload(Parcel(owner: "after"), after: .ended([first.id]))
            _ = try await model.offload(
                group: "all", [Parcel(owner: "member")], then: Parcel(owner: "then"))
            try await model.cancel(first.id)
            try await model.retry(first.id)
            let again = try await model.runAgain(first.id)
            try await model.cancel(again)
            #expect(try await keys(in: database) == ["first", "after", "then", "member"])
        }
    }
}
