import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Groups of jobs, and wide fans of them, that a worker runs.
@Suite struct JobGroupFlowTests {
    /// Adds another of its kind to its group, until none is left.
    struct Grow: ModelFunction {
        static let name = "test.grow"
        var left: Int

        func run(in model: Model) async throws -> Int {
            if left > 0 { _ = try await model.offload(Grow(left: left - 1), in: model.job?.group) }
            return left
        }
    }

    /// Makes a group within its own.
    struct Nest: ModelFunction {
        static let name = "test.nest"
        static let commit = Commit.detached
        var width: Int

        func run(in model: Model) async throws -> Int {
            let shares = (0..<width).map { Share(number: $0, fails: $0 == 0) }
            _ = try await model.offload(group: "inner", shares, then: TellOutcome())
            return width
        }
    }

    @Test func whatRunsInTheEndIsToldTheOutcome() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let shares = (0..<300).map { Share(number: $0, fails: $0 % 100 == 7) }
            let group = try await model.offload(group: "close-month", shares, then: TellOutcome())
            let outcome = try await group.outcome(by: model)
            #expect(outcome.finished == 297 && outcome.failed == 3 && outcome.cancelled == 0)
            #expect(outcome.name == "close-month" && outcome.group == group.id)
            #expect(outcome.failures.count == 3)
            for ticket in outcome.failures {
                let status = try await model.job(ticket).status
                #expect(status == .error)
            }
        }
    }

    @Test(arguments: [0, 5, 250])
    func valuesComeInTheirOrder(amount: Int) async throws {
        try await withWorker(of: testFunctions) { _, model in
            let group = try await model.offload(
                group: "values", (0..<amount).map { Share(number: $0, fails: $0 == 3) })
            var values: [Int?] = []
            for try await value in group.values { values.append(try? value.result.get()) }
            let expected: [Int?] = (0..<amount).map { $0 == 3 ? nil : $0 * 2 }
            #expect(values == expected)
        }
    }

    @Test func itGrowsFromWithin() async throws {
        try await withWorker(of: [Grow.self, TellOutcome.self]) { _, model in
            let group = try await model.offload(group: "grow", [Grow(left: 5)], then: TellOutcome())
            let outcome = try await group.outcome(by: model)
            #expect(outcome.finished == 6)
            var values: [Int] = []
            for try await value in group.values { values.append(try value.result.get()) }
            #expect(values == [5, 4, 3, 2, 1, 0])
        }
    }

    @Test func itWaitsForGroupsWithin() async throws {
        try await withWorker(of: testFunctions + [Nest.self]) { _, model in
            let group = try await model.offload(group: "outer", [Nest(width: 4)], then: TellOutcome())
            let outcome = try await group.outcome(by: model)
            #expect(outcome.finished == 5, "the one that made it, three of four, and the one after it")
            #expect(outcome.failed == 1 && outcome.failures.count == 1)
        }
    }

    @Test func sharedTransactionsEndItsJobsToo() async throws {
        try await withWorker(of: [GroupTests.Grouped.self, TellOutcome.self]) { database, model in
            try await database.makeEffects()
            let jobs = (0..<40).map { GroupTests.Grouped(number: $0, fails: $0 == 9) }
            let group = try await model.offload(group: "shared", jobs, then: TellOutcome())
            let outcome = try await group.outcome(by: model)
            #expect(outcome.finished == 39 && outcome.failed == 1)
        }
    }

    @Test func inlineJobsHaveValuesAndCounts() async throws {
        try await withDatabase { database in
            let heard = Guarded<GroupOutcome?>(nil)
            let model = database.model(testFunctions).providing(heard).inline()
            let shares = (0..<3).map { Share(number: $0, fails: $0 == 1) }
            let group = try await model.offload(group: "close-month", shares, then: HearOutcome())
            var values: [Int?] = []
            for try await value in group.values { values.append(try? value.result.get()) }
            #expect(values == [0, nil, 4])
            let status = try await group.status
            #expect(status.finished == 2 && status.failed == 1 && status.live == 0)
            let told = heard.withLock { $0 }
            #expect(status.name == "close-month" && told?.name == "close-month")
            #expect(told?.failed == 1 && told?.failures.count == 1)
        }
    }

    @Test func theFunctionAfterAnInlineGroupEndsAsAWorkersDoes() async throws {
        try await withWorker(of: testFunctions) { _, worked in
            for model in [worked, worked.inline()] {
                let failing = try await model.offload(
                    group: "close-month", [Twice(number: 1)], then: Share(number: 7, fails: true))
                let then = try #require(try await failing.then(of: Int.self))
                let error = await #expect(throws: (any Error).self) { try await then.value }
                #expect(error.map { "\($0)" }?.isEmpty == false)
                let failed = try await failing.status
                #expect(failed.thenStatus == .error && failed.then == then.id)
                #expect(failed.finished == 1 && failed.failed == 0, "it is no job of the group")

                let telling = try await model.offload(
                    group: "close-month", [Twice(number: 1)], then: TellOutcome())
                let outcome = try await telling.then(of: GroupOutcome.self)?.value
                #expect(outcome?.finished == 1)
                #expect(try await telling.status.thenStatus == .finished)
                let bare = try await model.offload(group: "close-month", [Twice(number: 1)])
                #expect(try await bare.then(of: Int.self) == nil)
            }
        }
    }

    /// Keeps the outcome of its group for the test.
    private struct HearOutcome: ModelFunction {
        static let name = "test.hear-outcome"

        func run(in model: Model) async throws -> Nothing {
            let heard = try model.service(Guarded<GroupOutcome?>.self)
            heard.withLock { $0 = model.outcome }
            return Nothing()
        }
    }

    // MARK: Fans

    @Test func aFanOutAndInCompletes() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let first = try await model.offload(Twice(number: 1))
            let wide = try await model.offload((0..<9_999).map { Twice(number: $0) }, after: [first.id])
            let last = try await model.offload(Twice(number: 21), after: .finished(wide.map(\.id)))
            let value = try await last.value
            #expect(value == 42)
        }
    }
}
