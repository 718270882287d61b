import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Code around every offload.
@Suite struct OffloadMiddlewareTests {
    /// Adds a tag, and a note of what it sees.
    struct Tagger: OffloadMiddleware {
        let tag: String

        func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
            var offload = offload
            offload.tags.append(tag)
            offload.note = "\(offload.count) \(offload.kind) on \(offload.queue) by \(model.user ?? "nobody")"
            return try await next(offload)
        }
    }

    /// Refuses what a tag says.
    struct Guard: OffloadMiddleware {
        func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
            guard !offload.tags.contains("forbidden") else { throw ModelError.forbidden("not today") }
            return try await next(offload)
        }
    }

    /// Forgets the tickets.
    struct Forgetful: OffloadMiddleware {
        func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
            _ = try await next(offload)
            return []
        }
    }

    @Test func itAddsTagsAndANoteInItsOrder() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).acting(as: "ada")
                .offloading(through: [Tagger(tag: "outer"), Tagger(tag: "inner")])
            let one = try await model.offload(Twice(number: 1), on: "slow", tags: ["own"])
            let job = try await model.shownJob(one.id)
            #expect(job.tags == ["own", "outer", "inner"])
            #expect(job.note == "1 test.twice on slow by ada")
            #expect(job.summary.user == "ada")
            let other = try await model.offload(kind: "elsewhere.count", arguments: "{}")
            let kind = try await model.shownJob(other)
            #expect(kind.tags == ["outer", "inner"])
        }
    }

    @Test(arguments: [3, 300, 2_100])
    func manyPassItTogether(count: Int) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).offloading(through: [Tagger(tag: "many")])
            let tickets = try await model.offload((0..<count).map { Twice(number: $0) })
            #expect(tickets.count == count)
            let tagged = try await database.store.first(
                """
                select count(*) from jobmachine.job
                where environment ->> 'note' = \("\(count) test.twice on default by nobody")
                """, as: Int.self)
            #expect(tagged == count)
        }
    }

    @Test func whatItRefusesIsNotOffloaded() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).offloading(through: [Guard()])
            await #expect(throws: ModelError.forbidden("not today")) {
                try await model.offload(Twice(number: 1), tags: ["forbidden"])
            }
            await #expect(throws: ModelError.forbidden("not today")) {
                try await model.offload([Twice(number: 1)], tags: ["forbidden"])
            }
            await #expect(throws: ModelError.forbidden("not today")) {
                try await model.inline().offload(Twice(number: 1), tags: ["forbidden"])
            }
            let jobs = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(jobs == 0)
            let inline = try await model.inline().offload(Twice(number: 21)).value
            #expect(inline == 42)
        }
    }

    @Test func aGroupPassesItAndTheFunctionAfterItToo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).offloading(through: [Tagger(tag: "group")])
            _ = try await model.offload(
                group: "month", [Twice(number: 1), Twice(number: 2)], then: TellOutcome(), tags: ["own"])
            let notes = try await database.store.rows(
                "select environment ->> 'note' from jobmachine.job where environment -> 'tags' ? 'group' order by 1",
                as: String.self)
            #expect(
                notes == [
                    "1 test.tell-outcome on default by nobody", "2 test.twice on default by nobody",
                    "2 test.twice on default by nobody",
                ])
        }
    }

    @Test func aGroupThatItRefusesIsNotMade() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).offloading(through: [Guard()])
            for model in [model, model.inline()] {
                await #expect(throws: ModelError.forbidden("not today")) {
                    try await model.offload(
                        group: "month", [Twice(number: 1)], then: TellOutcome(), tags: ["forbidden"])
                }
            }
            let group = try await model.group(named: "month")
            #expect(group == nil)
        }
    }

    @Test func aRunAgainPassesIt() async throws {
        try await withDatabase { database in
            let plain = database.model(testFunctions)
            let first = try await plain.offload(Twice(number: 1))
            let model = plain.offloading(through: [Tagger(tag: "again")])
            let same = try await model.runAgain(first.id)
            let other = try await model.runAgain(first.id, arguments: #"{"number": 2}"#)
            let third = try await model.runAgain(other)
            for ticket in [same, other, third] {
                let job = try await model.shownJob(ticket)
                #expect(job.tags == ["again"])
            }
        }
    }

    @Test func oneThatLosesTicketsIsTold() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).offloading(through: [Forgetful()])
            let error = try await #require(throws: ModelError.self) {
                try await model.offload(Twice(number: 1))
            }
            #expect(error.message.contains("0 tickets for 1 jobs of test.twice"))
        }
    }
}
