import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Stepwise functions do not repeat a finished step.
@Suite struct StepTests {
    private static let steps = ["first", "second", "third"]

    private func expectEachOnce(_ label: String, in database: TestDatabase) async throws {
        for step in Self.steps {
            let count = try await database.effects("\(label) \(step)")
            #expect(count == 1, "\(step) was done \(count) times")
        }
    }

    private func keptSteps(in database: TestDatabase) async throws -> [String] {
        try await database.store.rows("select name from jobmachine.step order by done_at", as: String.self)
    }

    @Test func theNextAttemptGoesOnBehindTheLastStep() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                let attempts = try await model.offload(ThreeSteps(label: "a", failures: 2)).value
                #expect(attempts == [1, 1, 3])
            }
            try await expectEachOnce("a", in: database)
            let kept = try await keptSteps(in: database)
            #expect(kept == [], "a job that has finished needs none")
        }
    }

    @Test func aJobThatFailedGoesOnWhenItIsRetried() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                let ticket = try await model.offload(ThreeSteps(label: "a", failures: 3))
                await #expect(throws: ThreeSteps.Tired.self) { try await ticket.value }
                let kept = try await keptSteps(in: database)
                #expect(kept == ["first", "second"])
                try await model.retry(ticket.id)
                let attempts = try await ticket.value
                #expect(attempts == [1, 1, 4])
            }
            try await expectEachOnce("a", in: database)
        }
    }

    @Test func aStepOfAJobThatIsNoLongerOnesOwnIsUndoneAndCounted() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model) {
                try await database.withGate(1) { open in
                    let ticket = try await model.offload(ThreeSteps(label: "a", gate: 1))
                    let job = try await database.job(of: ticket) { $0.progress?.note == "first" }
                    let worker = try #require(job.worker)
                    // The test takes the job away from a living worker, and returns it to the line.
                    try await database.store.query("select jobmachine.rescue(\(worker))")
                    try await open()
                    let attempts = try await ticket.value
                    #expect(attempts == [1, 2, 2])
                }
            }
            try await expectEachOnce("a", in: database)
            let refusals = try await model.refusals()
            #expect(refusals.contains { $0.what == "step" && $0.amount == 1 }, "\(refusals)")
        }
    }

    @Test func whoseWorkersDieIsParkedOnlyIfItDoesNotGetOn() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(ThreeSteps(label: "a"))
            func die(in attempt: Int, after step: String?) async throws {
                try await database.enterWorker(1)
                _ = try await database.store.query(
                    model.queue.claim("default", worker: 1, amount: 1, floors: []))
                if let step {
                    let id = ticket.id.number
                    try await database.store.query(
                        model.queue.keepStep(worker: 1, id: id, attempt: attempt, name: step, value: "1"))
                }
                try await database.store.query("select jobmachine.rescue(1)")
            }
            for attempt in 1...7 { try await die(in: attempt, after: "step \(attempt)") }
            for attempt in 8...11 { try await die(in: attempt, after: nil) }
            let status = try await ticket.status
            #expect(status == .entered)
            try await die(in: 12, after: nil)
            let last = try await ticket.status
            #expect(last == .error)
        }
    }

    /// Any worker may ask for it, such as one that has lost the job.
    @Test func theStepsOfAJobThatMayRunAgainAreNotForgotten() async throws {
        try await withDatabase { database in
            let model = database.model()
            let id = try await model.offload(ThreeSteps(label: "a")).id.number
            try await database.enterWorker(1)
            try await database.store.query(
                model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await database.store.query(
                model.queue.keepStep(worker: 1, id: id, attempt: 1, name: "charge", value: "1"))
            try await database.store.query(model.queue.dropSteps(of: id))
            var kept = try await keptSteps(in: database)
            #expect(kept == ["charge"], "it runs")
            try await database.store.query(
                model.queue.fail(
                    worker: 1, id: id, attempt: 1, failure: #"{"type": "t", "message": "m"}"#, delay: nil))
            try await database.store.query(model.queue.dropSteps(of: id))
            kept = try await keptSteps(in: database)
            #expect(kept == ["charge"], "it failed, and may be retried")
        }
    }

    @Test func whatIsCalledDoesItsStepsAtOnce() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let attempts = try await database.model(testFunctions).call(ThreeSteps(label: "a", failures: 1))
            #expect(attempts == [0, 0, 0])
            try await expectEachOnce("a", in: database)
        }
    }

    @Test func inATransactionStepsAreUndoneWithIt() async throws {
        struct Undone: Error {}
        try await withDatabase { database in
            try await database.makeEffects()
            await #expect(throws: Undone.self) {
                try await database.model(testFunctions).transaction { model in
                    _ = try await model.call(ThreeSteps(label: "a"))
                    throw Undone()
                }
            }
            let count = try await database.effects("a first")
            #expect(count == 0)
        }
    }

    /// Two steps of one name, which a crash between them would confuse.
    struct Stumble: ModelFunction {
        static let name = "stumble"
        static let commit = Commit.stepwise
        static let retry = Retry.never

        func run(in model: Model) async throws -> Nothing {
            try await model.step("same") { _ in }
            try await model.step("same") { _ in }
            return Nothing()
        }
    }

    @Test func noTwoStepsOfAJobMayHaveOneName() async throws {
        try await withWorker(of: [Stumble.self]) { _, model in
            let error = await #expect(throws: ModelError.self) {
                try await model.offload(Stumble()).value
            }
            #expect(error?.message.contains("“same”: each step of a job needs its own name") == true)
        }
    }

    /// A value that another version of the program reads.
    struct Changed: ModelFunction {
        static let name = "changed"
        static let commit = Commit.stepwise
        static let retry = Retry(attempts: 2, first: .milliseconds(1))

        func run(in model: Model) async throws -> Nothing {
            if model.job?.attempt == 1 {
                _ = try await model.step("one") { _ in "text" }
                throw ThreeSteps.Tired()
            }
            _ = try await model.step("one") { _ in 1 }
            return Nothing()
        }
    }

    @Test func whatAnEarlierVersionReturnedIsRefusedIfItDoesNotFit() async throws {
        try await withWorker(of: [Changed.self]) { _, model in
            let error = await #expect(throws: ModelError.self) {
                try await model.offload(Changed()).value
            }
            #expect(error?.message.hasPrefix("the step “one” returned something else") == true)
        }
    }
}
