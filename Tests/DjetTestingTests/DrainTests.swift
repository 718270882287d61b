import DjetModel
import DjetTesting
import Foundation
import Testing

/// Jobs that are worked off in the calling test.
@Suite struct DrainTests {
    @Test func jobsAndThoseThatTheyOffloadAreWorkedOff() async throws {
        try await withModel(parts: [.post]) { model in
            let ticket = try await model.offload(SendLetters(to: ["ada", "bob"]))
            let ended = try await model.drain()
            #expect(ended == 3)
            let count = try await ticket.value
            #expect(count == 2)
            let recipients = try await model.recipients
            #expect(recipients == ["ada", "bob"])
        }
    }

    @Test func noWorkerIsLeftBehind() async throws {
        try await withModel(parts: [.post]) { model in
            _ = try await model.offload(SendLetter(to: "ada"))
            try await model.drain()
            let workers = try await model.workers()
            #expect(workers.isEmpty)
            let ended = try await model.drain()
            #expect(ended == 0)
        }
    }

    @Test func queuesThatNoFunctionNamesAreWorkedOffToo() async throws {
        try await withModel(parts: [.post]) { model in
            let relay = try await model.offload(Relay())
            let stamp = try await model.offload(kind: "post.stamp", arguments: "{}", on: "far.away")
            let ended = try await model.drain()
            #expect(ended == 3)
            let time = try await relay.value
            #expect(time == model.now.timeIntervalSince1970)
            let stamped = try await model.ticket(stamp, of: String.self).value
            #expect(stamped == "stamped")
        }
    }

    @Test func jobsThatWaitForOthersFollowThem() async throws {
        try await withModel(parts: [.post]) { model in
            let first = try await model.offload(SendLetter(to: "ada"))
            _ = try await model.offload(SendLetter(to: "bob"), after: [first.id])
            let ended = try await model.drain()
            #expect(ended == 2)
        }
    }

    @Test func anAttemptThatFailsIsRepeatedAtOnce() async throws {
        try await withModel(parts: [.post]) { model in
            let ticket = try await model.offload(Knock(failures: 2))
            try await model.drain()
            let attempt = try await ticket.value
            #expect(attempt == 3)
        }
    }

    @Test func jobsThatFailAreToldOnceTheOthersAreDone() async throws {
        try await withModel(parts: [.post]) { model in
            let ticket = try await model.offload(Knock(failures: 3))
            _ = try await model.offload(SendLetter(to: "ada"))
            let error = await #expect(throws: FailedJobs.self) { try await model.drain() }
            #expect(error?.jobs.map(\.ticket) == [ticket.id])
            #expect(error?.description.contains("NobodyHome") == true)
            let recipients = try await model.recipients
            #expect(recipients == ["ada"])
            // The next one tells only of its own.
            let ended = try await model.drain()
            #expect(ended == 0)
        }
    }

    @Test func aPausedQueueIsLeftAlone() async throws {
        try await withModel(parts: [.post]) { model in
            try await model.pause("letters")
            _ = try await model.offload(SendLetter(to: "ada"))
            let paused = try await model.drain()
            #expect(paused == 0)
            try await model.resume("letters")
            let resumed = try await model.drain()
            #expect(resumed == 1)
        }
    }

    @Test func theLimitEndsItAndTheJobsThatAreLeftAreTold() async throws {
        try await withModel(parts: [.post]) { model in
            _ = try await model.offload(Relay(delay: 3600))
            let error = await #expect(throws: OverdueTest.self) {
                try await model.drain(limit: .milliseconds(500))
            }
            #expect(error?.jobs.first?.kind == "post.relay")
        }
    }

    @Test func inATransactionItIsRefused() async throws {
        _ = try await withModel(parts: [.post]) { model in
            await #expect(throws: ModelError.self) {
                try await model.transaction { model in _ = try await model.drain() }
            }
        }
    }

    @Test func besideAWorkerItWaitsForThatOnesJobs() async throws {
        try await withWorker(parts: [.post]) { model in
            _ = try await model.offload(SendLetters(to: ["ada", "bob"]))
            try await model.drain()
            let recipients = try await model.recipients
            #expect(recipients == ["ada", "bob"])
        }
    }
}
