import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Stepwise functions that wait for signals.
@Suite struct SignalTests {
    struct Payment: Codable, Hashable, Sendable {
        var amount: Int
    }

    /// Does a step, waits for a payment, and does another step. Returns the attempt of the first step, the
    /// amount, or -1 after the time-out, and the attempt of the second step.
    struct TakePayment: ModelFunction {
        static let name = "test.take-payment"
        static let commit = Commit.stepwise
        static let retry = Retry(attempts: 2, first: .milliseconds(1))
        static var signals: [String: any (Codable & Sendable).Type] { ["declared": Payment.self] }
        var seconds = 3600.0
        var gate: Int?

        func run(in model: Model) async throws -> [Int] {
            let attempt = model.job?.attempt ?? 0
            let first = try await model.step("first") { _ in attempt }
            let amount = try await amount(model)
            let last = try await model.step("last") { model in
                if let gate { try await model.database.query("select pg_advisory_xact_lock_shared(\(gate))") }
                return attempt
            }
            return [first, amount, last]
        }

        private func amount(_ model: Model) async throws -> Int {
            do {
                return try await model.signal("payment", as: Payment.self, within: .seconds(seconds)).amount
            } catch is SignalTimeout {
                return -1
            }
        }
    }

    /// Takes any failure for a missing payment.
    struct Careless: ModelFunction {
        static let name = "test.careless"
        static let commit = Commit.stepwise

        func run(in model: Model) async throws -> Int {
            let payment = try? await model.signal("payment", as: Payment.self, within: .seconds(3600))
            return payment?.amount ?? -1
        }
    }

    /// Waits for no time at first, and for an hour in later attempts.
    struct Strict: ModelFunction {
        static let name = "test.strict"
        static let commit = Commit.stepwise

        func run(in model: Model) async throws -> Int {
            let isFirst = model.job?.attempt == 1
            return try await model.signal("payment", within: isFirst ? .zero : .seconds(3600))
        }
    }

    /// Waits where no function can.
    struct Misplaced: ModelFunction {
        static let name = "test.misplaced"

        func run(in model: Model) async throws -> Int {
            try await model.signal("payment", within: .seconds(3600))
        }
    }

    static let functions: [any ModelFunction.Type] = [
        TakePayment.self, Careless.self, Strict.self, Misplaced.self,
    ]

    @Test func oneThatIsSentBeforeTheWaitIsKept() async throws {
        try await withDatabase { database in
            let model = database.model(Self.functions)
            let ticket = try await model.offload(TakePayment())
            let isNew = try await model.sendSignal("payment", Payment(amount: 7), to: ticket.id)
            let value = try await withWorker(model) { try await ticket.value }
            #expect(isNew)
            #expect(value == [1, 7, 1])
            let left = try await model.signals(of: ticket.id)
            #expect(left == [], "a job that has finished needs none")
        }
    }

    @Test func aJobIsParkedUntilItsSignalComes() async throws {
        try await withWorker(of: Self.functions) { database, model in
            let ticket = try await model.offload(TakePayment())
            let job = try await database.job(of: ticket) { $0.status == .scheduled }
            #expect(job.runAt.timeIntervalSince(job.offloadedAt) >= 3600)
            let signals = try await model.signals(of: ticket.id)
            #expect(signals.map(\.name) == ["payment"])
            #expect(signals.allSatisfy { $0.isParked && $0.endsAt == job.runAt })
            let listed = try await model.findJobs().jobs
            #expect(listed.map(\.signal) == ["payment"])
            try await model.acting(as: "ada").sendSignal("payment", Payment(amount: 7), to: ticket.id)
            let value = try await ticket.value
            #expect(value == [1, 7, 2])
            let attempts = try await model.attempts(of: ticket.id)
            #expect(attempts.isEmpty, "a wait is no failure")
        }
    }

    @Test func middlewareHearsOfTheWait() async throws {
        try await withDatabase { database in
            let model = database.model(Self.functions)
            try await withWorker(model, middleware: [JobLogging()]) {
                let ticket = try await model.offload(TakePayment())
                _ = try await database.job(of: ticket) { $0.status == .scheduled }
                let lines = try await model.log(of: ticket.id).map(\.message)
                #expect(lines.last?.hasPrefix("the attempt waits for the signal “payment” (seconds=") == true)
            }
        }
    }

    @Test func theSameAgainChangesNothingAndAnotherValueIsRefused() async throws {
        try await withDatabase { database in
            let model = database.model(Self.functions)
            let ticket = try await model.offload(TakePayment()).id
            var news: [Bool] = []
            for _ in 1...2 {
                news.append(try await model.sendSignal("payment", Payment(amount: 7), to: ticket))
            }
            #expect(news == [true, false])
            let other = await #expect(throws: ModelError.self) {
                try await model.sendSignal("payment", Payment(amount: 8), to: ticket)
            }
            #expect(other?.kind == "conflict")
        }
    }

    @Test func whatNoJobCanTakeIsRefused() async throws {
        try await withDatabase { database in
            let model = database.model(Self.functions)
            let ticket = try await model.offload(TakePayment()).id
            func refusal(_ name: String, _ json: String) async -> String? {
                let error = await #expect(throws: ModelError.self) {
                    try await model.sendSignal(name, json: json, to: ticket)
                }
                return error?.kind
            }
            for name in ["", "Payment", "a\0", String(repeating: "a", count: 61)] {
                let kind = await refusal(name, "1")
                #expect(kind == "invalid", "\(name)")
            }
            for value in [#""\#(String(repeating: "a", count: 65_535))""#, #""\u0000""#, "1e9999999"] {
                let kind = await refusal("payment", value)
                #expect(kind == "invalid", "\(value.prefix(20))")
            }
            let untyped = await refusal("declared", "7")
            #expect(untyped == "invalid")
            for number in 1...100 { try await model.sendSignal("a\(number)", number, to: ticket) }
            let many = await refusal("payment", "1")
            #expect(many == "conflict")
            try await model.cancel(ticket)
            let late = await refusal("payment", "1")
            #expect(late == "conflict")
            await #expect(throws: JobError.self) {
                try await model.sendSignal("payment", 1, to: TicketID(queue: "default", number: 4_711))
            }
        }
    }

    @Test func afterTheTimeTheFunctionGoesOnDifferently() async throws {
        try await withWorker(of: Self.functions) { _, model in
            let atOnce = try await model.offload(TakePayment(seconds: 0)).value
            #expect(atOnce == [1, -1, 1])
            let parked = try await model.offload(TakePayment(seconds: 0.2)).value
            #expect(parked == [1, -1, 2])
        }
    }

    @Test func aJobThatFailedForWantOfASignalWaitsAnew() async throws {
        try await withWorker(of: Self.functions) { database, model in
            let ticket = try await model.offload(Strict())
            let error = await #expect(throws: SignalTimeout.self) { try await ticket.value }
            #expect(error?.name == "payment")
            try await model.retry(ticket.id)
            try await database.job(of: ticket) { $0.status == .scheduled }
            try await model.sendSignal("payment", 7, to: ticket.id)
            let value = try await ticket.value
            #expect(value == 7)
        }
    }

    @Test func whoeverCatchesTheWaitGetsNoFurther() async throws {
        try await withWorker(of: Self.functions) { database, model in
            let ticket = try await model.offload(Careless())
            try await database.job(of: ticket) { $0.status == .scheduled }
            try await model.sendSignal("payment", Payment(amount: 7), to: ticket.id)
            let value = try await ticket.value
            #expect(value == 7)
        }
    }

    @Test func aValueOfAnotherTypeEndsTheJobAndIsForgotten() async throws {
        try await withWorker(of: Self.functions) { _, model in
            let ticket = try await model.offload(TakePayment())
            try await model.sendSignal("payment", "seven", to: ticket.id)
            let error = await #expect(throws: ModelError.self) { try await ticket.value }
            #expect(error?.message.hasPrefix("the value of the signal “payment” is no Payment") == true)
            try await model.retry(ticket.id)
            try await model.sendSignal("payment", Payment(amount: 7), to: ticket.id)
            let value = try await ticket.value
            #expect(value[1] == 7)
        }
    }

    @Test func outsideOfAStepwiseJobItIsAMistake() async throws {
        try await withWorker(of: Self.functions) { _, model in
            let ticket = try await model.offload(Misplaced())
            let inJob = await #expect(throws: ModelError.self) { try await ticket.value }
            let called = await #expect(throws: ModelError.self) { try await model.call(TakePayment()) }
            for error in [inJob, called] {
                #expect(error?.message.contains("only in the job of a .stepwise function") == true)
            }
            let given = try model.inline().giving(signal: "payment", Payment(amount: 7))
            let value = try await given.offload(TakePayment()).value
            #expect(value == [0, 7, 0])
        }
    }
}
