import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct RunAgainTests {
    @Test func aJobRunsAgainWithOtherArgumentsAndStaysAsItWas() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions).acting(as: "ada")
            try await withWorker(model) {
                let first = try await model.offload(Twice(number: 2), on: "default", priority: 7)
                let value = try await first.value
                #expect(value == 4)
                let again = try await model.acting(as: "bob").runAgain(
                    first.id, arguments: #"{"number": 21}"#)
                let second = try await model.ticket(again, of: Int.self).value
                #expect(second == 42)
                let job = try await model.job(again)
                #expect(job.priority == 7)
                #expect(job.environment.contains("bob"))
                let same = try await model.runAgain(first.id)
                let third = try await model.ticket(same, of: Int.self).value
                #expect(third == 4)
                let old = try await first.job
                #expect(old.arguments == #"{"number": 2}"#)
            }
        }
    }

    @Test func whatItsOffloadSaidHoldsForTheNextJobToo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let first = try await model.offload(
                Twice(number: 2), on: "slow", priority: 7, expires: .after(.seconds(60)),
                timeout: .seconds(90), attempts: 2, tags: ["spring"], note: "by hand")
            // Another retry must not count as one that the offload gave it.
            try await first.cancel()
            try await model.retry(first.id)
            let again = try await model.shownJob(model.runAgain(first.id))
            #expect(again.queue == "slow" && again.priority == 7)
            #expect(again.attempts == 2 && again.attemptLimit == 2)
            let other = try await model.shownJob(model.runAgain(again.ticket, arguments: #"{"number": 3}"#))
            #expect(other.attempts == 2 && other.timeout == .seconds(90))
            #expect(again.tags == ["spring"] && again.note == "by hand" && again.timeout == .seconds(90))
            #expect(again.expires == nil, "it is wanted now")
        }
    }

    @Test func whatItsOffloadDidNotSayIsTheFunctionsOwn() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            for kind in [Twice.name, "other"] {
                let first = try await database.store.first(
                    "select jobmachine.offload(\(kind), '{\"number\": 2}')", as: Int64.self)
                let ticket = TicketID(queue: "default", number: try #require(first))
                #expect(try await model.shownJob(ticket).attempts == nil)
                let again = try await model.shownJob(model.runAgain(ticket))
                #expect(again.attempts == (kind == "other" ? nil : Twice.retry.attempts), "\(kind)")
            }
        }
    }

    @Test func theRuleOfAUniqueJobHoldsForTheNextToo() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let rule = Unique(key: "basket 7", while: .live)
            let first = try await model.offload(Twice(number: 2), unique: rule)
            #expect(try await model.runAgain(first.id) == first.id, "it is there already")
            try await first.cancel()
            let again = try await model.runAgain(first.id)
            #expect(try await model.shownJob(again).unique == rule)
            let other = try await model.offload(Twice(number: 2), unique: rule)
            #expect(other.id == again)
        }
    }

    @Test func aFunctionAfterAGroupIsToldTheOutcomeAgain() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await withWorker(model) {
                let group = try await model.offload(
                    group: "month", [Twice(number: 1), Twice(number: 2)], then: TellOutcome())
                let first = try await group.status.then
                let then = try #require(first)
                let told = try await model.ticket(then, of: GroupOutcome.self).value
                let again = try await model.runAgain(then)
                let toldAgain = try await model.ticket(again, of: GroupOutcome.self).value
                #expect(toldAgain == told && told.finished == 2)
            }
        }
    }

    @Test(arguments: [
        "", "{", "[1]", "7", #""text""#, #"{"number": "two"}"#, "{}", #"{"number": 1"#,
        #"{"number": 2, "colour": 1}"#, #"{"number": 2, "number": 3}"#,
    ])
    func argumentsThatDoNotFitAreRefused(arguments: String) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Twice(number: 2))
            let error = await #expect(throws: ModelError.self) {
                try await model.runAgain(ticket.id, arguments: arguments)
            }
            guard case .invalid? = error else { throw error ?? .invalid("no error") }
        }
    }

    @Test func argumentsNameFilesOfOnesOwnAndOfTheJob() async throws {
        try await withDatabase { database in
            let model = database.model([ImportOrders.self])
            let (ann, bob) = (model.acting(as: "ann"), model.acting(as: "bob"))
            func file(of owner: Model) async throws -> File {
                try await owner.storeFile(name: "a.csv", mimeType: "text/csv") { try await $0.write("a") }
            }
            let (sent, kept, own) = (
                try await file(of: ann), try await file(of: ann), try await file(of: bob)
            )
            let ticket = try await ann.offload(ImportOrders(file: sent))
            for id in [sent.id, own.id] {
                let again = try await bob.runAgain(ticket.id, arguments: #"{"file": \#(id)}"#)
                let arguments = try await model.job(again).arguments
                #expect(arguments.contains(#""file": \#(id), "name": "a.csv""#), "\(arguments)")
            }
            let error = await #expect(throws: ModelError.self) {
                try await bob.runAgain(ticket.id, arguments: #"{"file": \#(kept.id)}"#)
            }
            #expect(error?.message.contains("is not one of your files: \(kept.id)") == true)
        }
    }

    @Test func aJobThatIsNotThereCannotRunAgain() async throws {
        try await withDatabase { database in
            let nowhere = TicketID(queue: "default", number: 4_711)
            await #expect(throws: JobError.unknown(nowhere)) { try await database.model().runAgain(nowhere) }
        }
    }
}
