import Testing

@testable import DjetStore

@Suite struct GuardedTests {
    @Test func manyTasksChangeTheStateOneAtATime() async {
        let sum = Guarded(0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...8 {
                group.addTask { for _ in 1...10_000 { sum.withLock { $0 += 1 } } }
            }
        }
        #expect(sum.withLock { $0 } == 80_000)
    }

    @Test func anErrorLeavesItUnlocked() {
        let state = Guarded(1)
        #expect(throws: CancellationError.self) { try state.withLock { _ in throw CancellationError() } }
        #expect(state.withLock { $0 } == 1)
    }
}
