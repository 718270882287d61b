import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Functions that say “not yet”.
@Suite struct SnoozeTests {
    /// Writes a row and snoozes `snoozes` times, then fails `failures` times, then returns its attempt.
    struct Sleepy: ModelFunction {
        struct Tired: Error, Codable {}

        static let name = "test.sleepy"
        static let retry = Retry(attempts: 2, first: .milliseconds(1))
        var snoozes = 1
        var failures = 0
        var seconds = 0.0

        func run(in model: Model) async throws -> Int {
            try await model.database.query("insert into effect (label) values ('a')")
            let attempt = model.job?.attempt ?? 1
            if attempt <= snoozes { throw Snooze(for: .seconds(seconds)) }
            if attempt <= snoozes + failures { throw Tired() }
            return attempt
        }
    }

    /// Does the same in a group of jobs that share a transaction.
    struct SleepyGroup: ModelFunction {
        static let name = "test.sleepy-group"
        static let commit = Commit.atomic(group: 10)

        func run(in model: Model) async throws -> Int { try await Sleepy().run(in: model) }
    }

    /// Snoozes after a step.
    struct SleepyStep: ModelFunction {
        static let name = "test.sleepy-step"
        static let commit = Commit.stepwise

        func run(in model: Model) async throws -> [Int] {
            let attempt = model.job?.attempt ?? 1
            let first = try await model.step("first") { _ in attempt }
            if attempt == 1 { throw Snooze(for: .zero) }
            return [first, attempt]
        }
    }

    private func withSleepers(_ body: (TestDatabase, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model([Sleepy.self, SleepyGroup.self, SleepyStep.self])
            try await withWorker(model) { try await body(database, model) }
        }
    }

    @Test func whatItDidIsUndoneAndWhoeverWaitsGoesOnWaiting() async throws {
        try await withSleepers { database, model in
            let ticket = try await model.offload(Sleepy(snoozes: 3))
            let attempt = try await ticket.value
            #expect(attempt == 4)
            #expect(try await database.effects("a") == 1)
            #expect(try await model.attempts(of: ticket.id).isEmpty)
            #expect(try await model.refusals() == [])
        }
    }

    @Test func theJobIsScheduledAndThoseWhoWatchAreTold() async throws {
        try await withSleepers { database, model in
            let ticket = try await model.offload(Sleepy(seconds: 3600))
            let job = try await database.job(of: ticket) { $0.status == .scheduled }
            #expect(job.runAt.timeIntervalSince(job.offloadedAt) >= 3600)
            #expect(job.attempt == 1 && job.attemptLimit == 3)
            #expect(job.error == nil)
            // An operator lets it run now.
            try await model.retry(ticket.id)
            #expect(try await ticket.value == 2)
        }
    }

    @Test func theAttemptDoesNotCount() async throws {
        try await withSleepers { database, model in
            let ticket = try await model.offload(Sleepy(snoozes: 4, failures: 1))
            #expect(try await ticket.value == 6)
            #expect(try await model.attempts(of: ticket.id).map(\.attempt) == [5])
            let failing = try await model.offload(Sleepy(snoozes: 4, failures: 3))
            await #expect(throws: Sleepy.Tired.self) { try await failing.value }
            #expect(try await model.attempts(of: failing.id).map(\.attempt) == [5, 6])
            // The job has as many attempts again as at first.
            try await model.retry(failing.id)
            #expect(try await failing.value == 8)
        }
    }

    @Test func thoseOfAGroupAreSnoozedAlone() async throws {
        try await withSleepers { database, model in
            let tickets = try await model.offload((0..<5).map { _ in SleepyGroup() })
            let attempts = try await model.results(of: tickets).map { try $0.get() }
            #expect(attempts == [2, 2, 2, 2, 2])
            #expect(try await database.effects("a") == 5)
        }
    }

    @Test func theStepsThatAreDoneStayDone() async throws {
        try await withSleepers { _, model in
            let attempts = try await model.offload(SleepyStep()).value
            #expect(attempts == [1, 2])
        }
    }

    @Test func oneThatWasToBeCancelledEndsAsThat() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "a"))
            try await database.enterWorker(1)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await ticket.cancel()
            let snooze = model.queue.snooze(worker: 1, id: ticket.id.number, attempt: 1, delay: .zero)
            #expect(try await database.store.first(snooze, as: String?.self) == "cancelled")
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
        }
    }

    /// The number of the attempt distinguishes it from the next one of the same worker.
    @Test func anAttemptOfTheSameWorkersIsToldFromTheOneBefore() async throws {
        try await withDatabase { database in
            let model = database.model()
            let id = try await model.offload(Echo(text: "a")).id.number
            try await database.enterWorker(1)
            let claim = model.queue.claim("default", worker: 1, amount: 1, floors: [])
            let snooze = model.queue.snooze(worker: 1, id: id, attempt: 1, delay: .zero)
            try await database.store.query(claim)
            #expect(try await database.store.first(snooze, as: String?.self) == "scheduled")
            try await database.store.query(model.queue.promote(["default"]))
            #expect(try await database.store.query(claim).count == 1)
            #expect(try await database.store.first(snooze, as: String?.self) == .some(nil))
            let late = model.queue.reply(worker: 1, ids: [id], attempts: [1], replies: ["1"])
            #expect(try await database.store.query(late).isEmpty)
            #expect(try await model.refusals().map(\.what) == ["reply", "snooze"])
        }
    }

    @Test func whatIsCalledOrOffloadedInlineThrowsItToItsCaller() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model([Sleepy.self])
            let snooze = Snooze(for: .seconds(300))
            #expect("\(snooze)" == "it cannot be done yet: try again in 300 s")
            await #expect(throws: snooze) { try await model.call(Sleepy(seconds: 300)) }
            let ticket = try await model.inline().offload(Sleepy(seconds: 300))
            await #expect(throws: snooze) { try await ticket.value }
            #expect(try await database.effects("a") == 0)
        }
    }
}
