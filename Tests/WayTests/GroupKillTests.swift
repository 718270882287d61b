import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct GroupKillTests {
    @Test func tenThousandJobsOfAGroupAreCountedOnceThoughWorkersAreKilled() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let failing: Set = [17, 4_711, 9_999]
            let group = try await model.offload(
                group: "close-month", (0..<10_000).map { Share(number: $0, fails: failing.contains($0)) },
                then: TellOutcome())
            var workers = try WorkerProcesses(2, on: database)
            var amount = 0
            for try await value in group.values {
                amount += 1
                if failing.contains(amount - 1) {
                    #expect(throws: (any Error).self) { try value.result.get() }
                }
                if amount.isMultiple(of: 1_500) { try workers.replaceOne() }
            }
            #expect(amount == 10_000)
            let outcome = try await group.outcome(by: model)
            #expect(outcome.finished == 9_997 && outcome.failed == 3 && outcome.cancelled == 0)
            #expect(outcome.failures.count == 3)
            #expect(await workers.stop())
            let runs = try await database.store.first(
                "select count(*) from jobmachine.history where kind = 'test.tell-outcome'", as: Int.self)
            #expect(runs == 1)
            let left = try await database.store.first(
                "select count(*) from jobmachine.job", as: Int.self)
            #expect(left == 0)
        }
    }
}
