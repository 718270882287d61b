import DjetModel
import Testing

@testable import DjetJobmachine

/// When a worker of a branch searches for queues: events and actions, without a database.
@Suite struct BranchSearchTests {
    private func machine() -> WorkerMachine {
        var machine = WorkerMachine(queues: ["gl"], hasBranches: true)
        let first = machine.on(.began)
        #expect(first.contains(.findQueues))
        #expect(machine.on(.foundQueues(["gl"])) == [])
        _ = machine.end(first)
        return machine
    }

    @Test func aRingOfAnUnknownQueueLeadsToASearchAndALookThere() throws {
        var machine = machine()
        let actions = machine.on(.rang(queue: "gl.tax", saying: ""))
        #expect(actions.contains(.findQueues))
        let look = machine.end(actions)
        #expect(look == [], "the look that the ring led to knew nothing of it")
        let found = machine.on(.foundQueues(["gl", "gl.tax"]))
        #expect(Set(found.look?.floors.map(\.queue) ?? []) == ["gl", "gl.tax"])
        #expect(found.look?.isFull == true)
    }

    @Test func aQueueThatIsFoundDuringALookIsLookedAtNext() throws {
        var machine = machine()
        let actions = machine.on(.rang(queue: "gl.tax", saying: ""))
        _ = machine.on(.foundQueues(["gl", "gl.tax"]))
        let next = machine.end(actions)
        #expect(Set(next.look?.floors.map(\.queue) ?? []) == ["gl", "gl.tax"])
        #expect(machine.end(next) == [])
    }

    @Test func aKnownQueueIsNotSearchedFor() {
        var machine = machine()
        #expect(!machine.on(.rang(queue: "gl", saying: "")).contains(.findQueues))
    }

    @Test func aSearchThatFailedIsRepeated() {
        var machine = machine()
        _ = machine.on(.rang(queue: "gl.tax", saying: ""))
        #expect(!machine.on(.foundQueues(nil)).contains(.findQueues), "not at once")
        #expect(machine.on(.due, after: .seconds(5)).contains(.findQueues))
    }

    @Test func aWorkerWithoutBranchesNeverSearches() {
        var machine = WorkerMachine()
        #expect(!machine.on(.began).contains(.findQueues))
        #expect(!machine.on(.rang(queue: "x", saying: "")).contains(.findQueues))
        #expect(!machine.on(.heartbeat(foundJobs: true)).contains(.findQueues))
    }
}
