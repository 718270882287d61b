import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Logging
import Testing

/// Code around every attempt.
@Suite struct MiddlewareTests {
    /// Writes down what passes it.
    struct Witness: JobMiddleware {
        let name: String
        let seen: Guarded<[String]>

        func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
            note(
                "sees \(job.kind) \(job.attempt) of \(job.user ?? "nobody") \(job.tags.joined(separator: ","))"
            )
            do {
                let reply = try await next(model)
                note("hears \(reply.json)")
                return reply
            } catch {
                note("hears of \(error)")
                throw error
            }
        }

        private func note(_ text: String) {
            seen.withLock { $0.append("\(name) \(text)") }
        }
    }

    /// Provides a service, and leaves a row in the table `effect`.
    struct Provider: JobMiddleware {
        func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
            var model = model.providing("service for \(job.ticket)")
            model.logger[metadataKey: "desk"] = "seven"
            try await model.database.query("insert into effect (label) values ('of the middleware')")
            return try await next(model)
        }
    }

    /// Refuses the jobs of a tag.
    struct Guard: JobMiddleware {
        func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
            guard !job.tags.contains("forbidden"), !job.arguments.contains("13") else {
                throw ModelError.forbidden("not today")
            }
            return try await next(model)
        }
    }

    /// Returns the service that it finds.
    struct Ask: ModelFunction {
        static let name = "test.ask"
        static let retry = Retry.never
        var fails = false

        func run(in model: Model) async throws -> String {
            let found = "\(try model.service(String.self)) \(model.logger[metadataKey: "desk"] ?? "none")"
            if fails { throw ModelError.conflict(found) }
            return found
        }
    }

    struct Grouped: ModelFunction {
        static let name = "test.grouped-middleware"
        static let commit = Commit.atomic(group: 20)
        static let retry = Retry.never
        var number: Int

        func run(in model: Model) async throws -> String {
            try await model.database.query("insert into effect (label) values (\("\(number)"))")
            return try await model.database.first("select txid_current()::text", as: String.self) ?? ""
        }
    }

    @Test func theFirstIsTheOutermostAndSeesJobAndOutcome() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).acting(as: "ada")
            let seen = Guarded<[String]>([])
            let middleware = ["outer", "inner"].map { Witness(name: $0, seen: seen) }
            try await withWorker(model, middleware: middleware) {
                let text = try await model.offload(Echo(text: "a"), tags: ["x", "y"]).value
                #expect(text == "a")
                await #expect(throws: ModelError.conflict("order 7 has not shipped")) {
                    try await model.offload(Refuse(.model)).value
                }
            }
            let lines = seen.withLock { $0 }
            #expect(
                lines == [
                    "outer sees test.echo 1 of ada x,y", "inner sees test.echo 1 of ada x,y",
                    #"inner hears "a""#, #"outer hears "a""#,
                    "outer sees test.refuse 1 of ada ", "inner sees test.refuse 1 of ada ",
                    "inner hears of order 7 has not shipped", "outer hears of order 7 has not shipped",
                ])
        }
    }

    @Test func itIsAroundEachWayToCommit() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            let seen = Guarded<[String]>([])
            try await withWorker(model, middleware: [Witness(name: "it", seen: seen)]) {
                let number = try await model.offload(Twice(number: 21)).value
                #expect(number == 42)
                let attempts = try await model.offload(ThreeSteps(label: "s", failures: 1)).value
                #expect(attempts == [1, 1, 2])
            }
            let lines = seen.withLock { $0 }
            #expect(lines.filter { $0.contains("hears") }.first == "it hears 42")
            #expect(lines.contains("it sees test.three-steps 2 of nobody "))
            #expect(lines.last == "it hears [1,1,2]")
        }
    }

    @Test func itChangesTheEnvironmentAndItsWritesShareTheFateOfTheJobs() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model([Ask.self])
            try await withWorker(model, middleware: [Provider()]) {
                let failing = try await model.offload(Ask(fails: true))
                await #expect(throws: ModelError.conflict("service for \(failing.id) seven")) {
                    try await failing.value
                }
                #expect(try await database.effects("of the middleware") == 0)
                let ticket = try await model.offload(Ask())
                let found = try await ticket.value
                #expect(found == "service for \(ticket.id) seven")
                #expect(try await database.effects("of the middleware") == 1)
            }
        }
    }

    @Test func whatItRefusesDoesNotRun() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model, middleware: [Guard()]) {
                await #expect(throws: ModelError.forbidden("not today")) {
                    try await model.offload(Effect(label: "never"), tags: ["forbidden"]).value
                }
                #expect(try await database.effects("never") == 0)
                let label = try await model.offload(Effect(label: "once")).value
                #expect(label == "once")
            }
        }
    }

    @Test func inAGroupItRefusesOneJobAlone() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model([Grouped.self])
            let tickets = try await model.offload((100..<400).map { Grouped(number: $0) })
            try await withWorker(model, middleware: [Guard()], configuration: .init(slots: 2)) {
                var transactions: Set<String> = []
                for (ticket, number) in zip(tickets, 100..<400) {
                    do {
                        transactions.insert(try await ticket.value)
                        #expect(!"\(number)".contains("13"))
                    } catch {
                        #expect(error as? ModelError == .forbidden("not today"))
                        #expect("\(number)".contains("13"))
                    }
                }
                #expect(transactions.count < 280, "none shared a transaction")
            }
            let labels = try await database.store.rows("select label from effect", as: String.self)
            #expect(Set(labels) == Set((100..<400).map { "\($0)" }.filter { !$0.contains("13") }))
            #expect(Set(labels).count == labels.count)
        }
    }

    @Test func theShippedLogTellsOfBothEnds() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await withWorker(model, middleware: [JobLogging()]) {
                let ticket = try await model.offload(Echo(text: "a"))
                _ = try await ticket.value
                let lines = try await model.log(of: ticket.id).map(\.message)
                #expect(lines.first == "the attempt begins")
                #expect(lines.last?.hasPrefix("the attempt is done (seconds=") == true)
                let refused = try await model.offload(Refuse(.model))
                _ = try? await refused.value
                let last = try await model.log(of: refused.id).last?.message
                #expect(last?.contains("error=order 7 has not shipped") == true)
            }
        }
    }
}
