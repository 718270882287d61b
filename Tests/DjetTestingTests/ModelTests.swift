import DjetModel
import DjetTesting
import Testing

/// The three ways to a model under test.
@Suite struct ModelTests {
    @Test func eachTestHasADatabaseOfItsOwnWithTheTablesOfTheParts() async throws {
        try await withModel(parts: [.post]) { first in
            _ = try await first.call(SendLetter(to: "ada"))
            try await withModel(parts: [.post]) { second in
                let recipients = try await second.recipients
                #expect(recipients == [])
            }
            let recipients = try await first.recipients
            #expect(recipients == ["ada"])
        }
    }

    @Test func theResultAndTheErrorOfTheBodyAreHandedOn() async throws {
        let result = try await withModel { _ in 42 }
        #expect(result == 42)
        await #expect(throws: ModelError.conflict("no")) {
            try await withModel { (_: Model) -> Int in throw ModelError.conflict("no") }
        }
    }

    @Test func theNamesOfTheFunctionsAreKnownAndTheServicesAreThere() async throws {
        try await withModel(parts: [.post]) { model in
            #expect(model.functions.names.contains("post.send-letter"))
            let sender = try await model.call(SendLetter(to: "ada"))
            #expect(sender == "the post office")
        }
    }

    @Test func anInlineModelRunsWhatIsOffloadedAtOnce() async throws {
        try await withInlineModel(parts: [.post]) { model in
            let count = try await model.offload(SendLetters(to: ["ada", "bob"])).value
            #expect(count == 2)
            let recipients = try await model.recipients
            #expect(recipients == ["ada", "bob"])
            let ended = try await model.drain()
            #expect(ended == 0)
        }
    }

    @Test func aWorkerRunsFunctionsAndHandlers() async throws {
        try await withWorker(parts: [.post]) { model in
            let sender = try await model.offload(SendLetter(to: "ada")).value
            #expect(sender == "the post office")
            let stamp = try await model.offload(kind: "post.stamp", arguments: "{}")
            let stamped = try await model.ticket(stamp, of: String.self).value
            #expect(stamped == "stamped")
        }
    }

    @Test func theMiddlewareOfThePartsRunsInAWorkerAndInADrain() async throws {
        try await withWorker(parts: [.post, .sorting]) { model in
            let sender = try await model.offload(SendLetter(to: "ada")).value
            #expect(sender == #"["sorted"]"#)
        }
        try await withModel(parts: [.post, .sorting]) { model in
            let ticket = try await model.offload(SendLetter(to: "ada"))
            try await model.drain()
            let sender = try await ticket.value
            #expect(sender == #"["sorted"]"#)
        }
    }

    @Test func aTestThatTakesTooLongEndsAndTellsWhichJobsAreLeft() async throws {
        let error = await #expect(throws: OverdueTest.self) {
            try await withModel(parts: [.post], limit: .seconds(2)) { model in
                _ = try await model.offload(SendLetter(to: "ada")).value
            }
        }
        #expect(error?.jobs.map(\.kind) == ["post.send-letter"])
        #expect(error?.description.contains("post.send-letter, entered") == true)
    }

    @Test func partsThatDoNotGoTogetherAreRefused() async throws {
        await #expect(throws: (any Error).self) { try await withModel(parts: [.post, .post]) { _ in } }
    }
}
