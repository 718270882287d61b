import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Jobs with secret arguments or replies at a worker.
@Suite struct SecretTests {
    private static let functions: [any ModelFunction.Type] = [Pay.self, Confide.self, Echo.self]

    @Test func aWorkerReadsThemAndTheReplyIsSecretToo() async throws {
        try await withDatabase { database in
            let model = try database.model(Self.functions).withKeys("a")
            try await withWorker(model) {
                let lengths = try await model.offload(Pay(order: 7, card: "4111", token: "t0ken")).value
                #expect(lengths == [7, 4, 5])
                let ticket = try await model.offload(Confide(text: "the moon"))
                let text = try await ticket.value
                #expect(text == "the moon")
                let results = try await model.results(of: [ticket, ticket]).map { try $0.get() }
                #expect(results == ["the moon", "the moon"])
                let job = try await model.shownJob(ticket.id)
                #expect(job.reply == #""secret""#)
                let snapshot = try await model.details(of: ticket.id, orRight: true).snapshot
                #expect(snapshot.reply == #""secret""#)
                let plain = try await model.offload(Echo(text: "a")).value
                #expect(plain == "a")
            }
            let stored = try await database.store.rows(
                "select concat(arguments, reply) from jobmachine.history", as: String.self)
            #expect(stored.count == 3)
            for text in stored where text.contains("moon") || text.contains("4111") {
                Issue.record("\(text)")
            }
        }
    }

    @Test func theValuesOfAGroupAreReadAndTheFunctionAfterItRuns() async throws {
        try await withDatabase { database in
            let model = try database.model(Self.functions).withKeys("a")
            try await withWorker(model) {
                let group = try await model.offload(
                    group: "month", ["sun", "moon"].map { Confide(text: $0) }, then: Pay(order: 7, card: "42")
                )
                var values: [String] = []
                for try await value in group.values { values.append(try value.result.get()) }
                #expect(values == ["sun", "moon"])
                let then = try #require(try await group.status.then)
                let lengths = try await model.ticket(then, of: [Int].self).value
                #expect(lengths == [7, 2, 0])
            }
        }
    }

    @Test func aWorkerWithoutTheKeyEndsTheJobAndItCanBeRetried() async throws {
        try await withDatabase { database in
            let model = try database.model(Self.functions).withKeys("a")
            let ticket = try await model.offload(Pay(order: 7, card: "4111"))
            let whole = try await model.offload(Confide(text: "the moon"))
            try await withWorker(try model.withKeys("b")) {
                let error = await #expect(throws: ModelError.self) { try await ticket.value }
                #expect(error?.message.contains("the key “a”, which this program has not") == true)
                await #expect(throws: ModelError.self) { try await whole.value }
            }
            let job = try await model.job(ticket.id)
            #expect(job.status == .error && job.attempt == 1)
            for id in [ticket.id, whole.id] { try await model.retry(id) }
            try await withWorker(model) {
                let lengths = try await ticket.value
                #expect(lengths == [7, 4, 0])
                let text = try await whole.value
                #expect(text == "the moon")
            }
        }
    }

    @Test func oldAndNewAreReadWhileKeysAreRenewed() async throws {
        try await withDatabase { database in
            let old = try database.model(Self.functions).withKeys("a")
            let ended = try await old.offload(Confide(text: "the moon"))
            try await withWorker(old) { _ = try await ended.value }
            let live = try await old.offload(Pay(order: 7, card: "4111"))
            let both = try old.withKeys("b", "a")
            let before = try await both.ticket(ended.id, of: String.self).value
            #expect(before == "the moon")
            let outcome = try await both.renewSecrets()
            #expect(outcome.renewed == 2)
            #expect(try await both.secretCounts() == ["b": 3])
            let new = try old.withKeys("b")
            try await withWorker(new) {
                let lengths = try await new.ticket(live.id, of: [Int].self).value
                #expect(lengths == [7, 4, 0])
                let text = try await new.ticket(ended.id, of: String.self).value
                #expect(text == "the moon")
                let again = try await new.runAgain(ended.id)
                let same = try await new.ticket(again, of: String.self).value
                #expect(same == "the moon")
            }
            await #expect(throws: ModelError.self) { try await ended.value }
        }
    }

    @Test func aSecretThatWasMovedIsNotRead() async throws {
        try await withDatabase { database in
            let model = try database.model(Self.functions).withKeys("a")
            let ticket = try await model.offload(Pay(order: 7, card: "4111", token: "t0ken"))
            try await database.store.query(
                "update jobmachine.job set arguments = jsonb_set(arguments, '{card}', arguments -> 'token')")
            try await withWorker(model) {
                let error = await #expect(throws: ModelError.self) { try await ticket.value }
                #expect(error?.message.contains("“arguments.card” of test.pay cannot be decrypted") == true)
            }
        }
    }

    @Test func aReplyThatWasMovedToAnotherJobIsNotRead() async throws {
        try await withDatabase { database in
            let model = try database.model(Self.functions).withKeys("a")
            try await withWorker(model) {
                let tickets = try await model.offload(["sun", "moon"].map { Confide(text: $0) })
                for ticket in tickets { _ = try await ticket.value }
                try await database.store.query(
                    """
                    update jobmachine.history h set reply = other.reply
                    from jobmachine.history other where h.id <> other.id
                    """)
                for ticket in tickets {
                    let error = await #expect(throws: ModelError.self) { try await ticket.value }
                    #expect(error?.message.contains("“reply” of test.confide cannot be decrypted") == true)
                }
                let outcome = try await model.withKeys("b", "a").renewSecrets()
                #expect(outcome.unreadable == 2)
            }
        }
    }

    @Test(
        arguments: [
            #"{"$secret": "a:AAAA"}"#: "“arguments.card” of test.pay cannot be decrypted",
            #"{"$secret": "x:AAAA"}"#: "the key “x”, which this program has not",
            #"{"$secret": "a"}"#: "the arguments do not fit test.pay",
            #"{"$secret": 7}"#: "the arguments do not fit test.pay",
        ])
    func aSecretThatSQLMadeUpFailsItsOwnJob(card: String, fault: String) async throws {
        try await withDatabase { database in
            let model = try database.model(Self.functions).withKeys("a")
            let made = try await database.store.first(
                "select jobmachine.offload('test.pay', jsonb_build_object('order', 1, 'card', \(card)::jsonb))",
                as: Int64.self)
            let forged = model.ticket(
                TicketID(queue: "default", number: try #require(made)), of: [Int].self)
            let other = try await model.offload(Pay(order: 7, card: "4111"))
            try await withWorker(model) {
                let error = await #expect(throws: ModelError.self) { try await forged.value }
                #expect(error?.message.contains(fault) == true, "\(error?.message ?? "")")
                let lengths = try await other.value
                #expect(lengths == [7, 4, 0])
            }
        }
    }

    /// Returns any data, which may look encrypted.
    private struct Relay: ModelFunction {
        static let name = "test.relay"
        var data: JSONValue

        func run(in model: Model) -> JSONValue { data }
    }

    /// Returns a secret and any data beside it.
    private struct RelayBoth: ModelFunction {
        static let name = "test.relay-both"
        static var secret: Secret { .arguments("card") }
        var card: JSONValue
        var data: JSONValue

        func run(in model: Model) -> [JSONValue] { [card, data] }
    }

    @Test func dataThatLookEncryptedStayAsTheyAre() async throws {
        try await withDatabase { database in
            let model = try database.model([Relay.self, RelayBoth.self]).withKeys("a")
            for text in ["a:AAAA", "lost:AAAA", "a:b"] {
                let data: JSONValue = ["$secret": .text(text)]
                let relay = try await model.offload(Relay(data: data))
                let both = try await model.offload(RelayBoth(card: data, data: data))
                let counts = try await model.secretCounts()
                #expect(counts["a"] == 1 && counts.count == 1, "\(counts)")
                let newer = try model.withKeys("b", "a")
                let renewal = try await newer.renewSecrets()
                #expect(renewal.renewed == 1 && renewal.unreadable == 0)
                try await withWorker(newer) {
                    let told = try await newer.ticket(relay.id, of: JSONValue.self).value
                    #expect(told == data)
                    let values = try await newer.ticket(both.id, of: [JSONValue].self).value
                    #expect(values == [data, data])
                }
                for ticket in [relay.id, both.id] { try await model.delete(ticket) }
            }
        }
    }

    @Test func aSecretOfAnOlderVersionOfTheFunctionIsRead() async throws {
        try await withDatabase { database in
            let model = try database.model([Newer.self]).withKeys("a")
            let old = try database.model([Older.self]).withKeys("a")
            let ticket = try await old.offload(Older(text: "the moon"))
            let lost = try await old.withKeys("lost").offload(Older(text: "the moon"))
            try await withWorker(model) {
                let text = try await model.ticket(ticket.id, of: String.self).value
                #expect(text == "the moon")
                await #expect(throws: ModelError.self) { try await lost.value }
            }
        }
    }

    private struct Older: ModelFunction {
        static let name = "test.version"
        static var secret: Secret { .arguments("text") }
        var text: String

        func run(in model: Model) -> String { text }
    }

    private struct Newer: ModelFunction {
        static let name = "test.version"
        static let retry = Retry.never
        static var secret: Secret { .arguments("other") }
        var text: String
        var other: String?

        func run(in model: Model) -> String { text }
    }

    @Test func plainArgumentsOfSQLAreReadAndAFaultInThemIsNotTold() async throws {
        try await withDatabase { database in
            let model = try database.model(Self.functions).withKeys("a")
            let ids = try await database.store.rows(
                """
                select jobmachine.offload('test.pay', a::jsonb)
                from unnest(array['{"order": 1, "card": "4111"}', '{"order": "4222", "card": "4111"}']) as a
                """, as: Int64.self)
            let tickets = ids.map {
                model.ticket(TicketID(queue: "default", number: $0), of: [Int].self)
            }
            try await withWorker(model) {
                let lengths = try await tickets[0].value
                #expect(lengths == [1, 4, 0])
                let error = await #expect(throws: ModelError.self) { try await tickets[1].value }
                #expect(error?.message.contains("the arguments do not fit test.pay") == true)
                #expect(error?.message.contains("4222") == false)
            }
        }
    }
}
