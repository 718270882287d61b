import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs with secret arguments in the queue.
@Suite struct SecretJobsTests {
    private static let functions: [any ModelFunction.Type] = [Pay.self, Confide.self, Echo.self]

    private func withKeys(
        _ body: (TestDatabase, Model) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            try await body(database, try database.model(Self.functions).withKeys("a"))
        }
    }

    private func arguments(in database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            "select arguments::text from jobmachine.job order by id", as: String.self)
    }

    @Test func theDatabaseGetsNoPlainText() async throws {
        try await withKeys { database, model in
            _ = try await model.offload(Pay(order: 7, card: "4111-1111", token: "t0ken"))
            _ = try await model.offload(Confide(text: "the moon"))
            let stored = try await arguments(in: database)
            #expect(stored.count == 2)
            for text in stored {
                #expect(text.contains(#"{"$secret": "a:"#))
                for plain in ["4111-1111", "t0ken", "the moon"] { #expect(!text.contains(plain)) }
            }
            #expect(stored[0].contains(#""order": 7"#), "the others are as they were")
        }
    }

    /// One by one, in statements of hundreds, and by COPY.
    @Test(arguments: [1, 300, 2_100])
    func norDoesItOfMany(count: Int) async throws {
        try await withKeys { database, model in
            _ = try await model.offload((0..<count).map { Pay(order: $0, card: "4111-1111") })
            // With its hyphen, which no ciphertext has: one in 2,100 may well have four such digits.
            let plain = try await database.store.first(
                "select count(*) from jobmachine.job where arguments::text like '%4111-1111%'", as: Int.self)
            #expect(plain == 0)
            let sealed = try await database.store.first(
                "select count(*) from jobmachine.job where arguments #>> '{card,$secret}' like 'a:%'",
                as: Int.self)
            #expect(sealed == count)
        }
    }

    @Test func norOfAGroupAndTheFunctionAfterItWhichAreRenewedToo() async throws {
        try await withKeys { database, model in
            _ = try await model.offload(
                group: "month", [Pay(order: 1, card: "4111-1111")], then: Pay(order: 2, card: "4111-1111"))
            let stored = try await arguments(in: database)
            #expect(stored.count == 2 && stored.allSatisfy { !$0.contains("4111-1111") })
            let both = try model.withKeys("b", "a")
            let outcome = try await both.renewSecrets()
            #expect(outcome.renewed == 2)
            #expect(try await both.secretCounts() == ["b": 2])
        }
    }

    @Test func whateverShowsAJobSaysSecret() async throws {
        try await withKeys { database, model in
            let ticket = try await model.offload(Pay(order: 7, card: "4111-1111"))
            let shown = #"{"card": "secret", "order": 7}"#
            let job = try await model.shownJob(ticket.id)
            #expect(job.arguments == shown)
            let whole = try await ticket.job
            #expect(whole.arguments == shown)
            var bytes: [UInt8] = []
            for try await chunk in model.bytes(of: .arguments, of: job) { bytes += chunk }
            #expect(String(decoding: bytes, as: UTF8.self) == shown)
            let all = try await model.offload(Confide(text: "the moon"))
            let other = try await model.shownJob(all.id)
            #expect(other.arguments == #""secret""#)
        }
    }

    @Test func noSearchFindsIt() async throws {
        try await withKeys { database, model in
            let ticket = try await model.offload(Pay(order: 7, card: "4111-1111"))
            let stored = try #require(try await arguments(in: database).first)
            let start = try #require(stored.firstRange(of: "a:")?.upperBound)
            for text in ["4111", "$secret", String(stored[start...].prefix(8))] {
                let found = try await model.everyJob(JobSearch(text: text))
                #expect(found.isEmpty, "“\(text)” finds it")
            }
            let found = try await model.everyJob(JobSearch(text: #""order": 7"#))
            #expect(found == [ticket.id.number])
            try await model.cancel(ticket.id)
            let ended = try await model.everyJob(JobSearch(text: String(stored[start...].prefix(8))))
            #expect(ended.isEmpty)
        }
    }

    @Test func withoutAKeyNothingIsOffloaded() async throws {
        try await withDatabase { database in
            let model = database.model(Self.functions)
            let error = await #expect(throws: ModelError.self) {
                try await model.offload(Pay(order: 7, card: "4111-1111"))
            }
            #expect(error?.message.contains("“arguments.card” of test.pay is secret") == true)
            #expect(try await arguments(in: database).isEmpty)
            _ = try await model.offload(Echo(text: "a"))
            let inline = try await model.inline().offload(Pay(order: 7, card: "4111")).value
            #expect(inline == [7, 4, 0])
        }
    }

    @Test func theyAreUniqueByAKeyAlone() async throws {
        try await withKeys { _, model in
            let error = await #expect(throws: ModelError.self) {
                try await model.offload(Pay(order: 7, card: "4111"), unique: Unique())
            }
            #expect(error?.message.contains("which are secret: give the rule a key") == true)
            let first = try await model.offload(Pay(order: 7, card: "4111"), unique: Unique(key: "order 7"))
            let second = try await model.offload(Pay(order: 7, card: "42"), unique: Unique(key: "order 7"))
            #expect(first.id == second.id)
        }
    }

    @Test func aScheduleTakesNoSecrets() async throws {
        try await withKeys { _, model in
            let schedule = Schedule("dues", "@daily") { Pay(order: 7, card: "4111") }
            await #expect(throws: ModelError.self) {
                try await model.declareSchedules([schedule], of: "shop")
            }
            var draft = ScheduleDraft()
            (draft.kind, draft.rule) = (Pay.name, "@daily")
            draft.arguments = #"{"order": 7, "card": "4111"}"#
            let error = await #expect(throws: ModelError.self) { try await model.addSchedule("dues", draft) }
            #expect(error?.message.contains("a schedule cannot have the secret arguments") == true)
        }
    }

    @Test func otherArgumentsOfARunAgainAreEncryptedToo() async throws {
        try await withKeys { database, model in
            let ticket = try await model.offload(Pay(order: 7, card: "4111"))
            _ = try await model.runAgain(ticket.id, arguments: #"{"order": 8, "card": "4222"}"#)
            let stored = try await arguments(in: database)
            #expect(stored.count == 2 && !stored[1].contains("4222") && stored[1].contains(#""order": 8"#))
            let error = await #expect(throws: ModelError.self) {
                try await model.runAgain(ticket.id, arguments: #"{"order": 8, "card": "secret"}"#)
            }
            #expect(error?.message.contains("card: “secret” is what is shown in its place") == true)
        }
    }

    @Test func aRenewalGoesThroughAllJobs() async throws {
        try await withKeys { database, model in
            let tickets = try await model.offload((0..<7).map { Pay(order: $0, card: "4111", token: "t") })
            for ticket in tickets.prefix(3) { try await model.cancel(ticket.id) }
            _ = try await model.offload((0..<5).map { Echo(text: "\($0)") })
            let foreign = try await model.withKeys("lost").offload(Confide(text: "the moon"))
            let both = try model.withKeys("b", "a")
            _ = try await both.offload(Pay(order: 8, card: "4111"))
            #expect(try await both.secretCounts(by: 2) == ["a": 14, "b": 1, "lost": 1])
            let outcome = try await both.renewSecrets(by: 2)
            #expect(outcome.renewed == 7 && outcome.skipped == 0 && outcome.unreadable == 1)
            #expect(outcome.unreadableTickets == [foreign.id])
            #expect(try await both.secretCounts() == ["b": 15, "lost": 1])
            let again = try await both.renewSecrets()
            #expect(again.renewed == 0)
            let status = try await foreign.status
            #expect(status == .entered)
            await #expect(throws: ModelError.self) { try await database.model().renewSecrets() }
        }
    }
}
