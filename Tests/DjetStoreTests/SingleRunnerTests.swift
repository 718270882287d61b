import Testing

@testable import DjetStore

@Suite struct SingleRunnerTests {
    private struct State {
        var runner = SingleRunner()
        var pending = 0
        var done = 0
        /// The number of tasks that run, and the most that ever did.
        var running = 0
        var mostRunning = 0

        mutating func goesOn() -> Bool {
            guard runner.goesOn(if: pending > 0) else { return false }
            running += 1
            mostRunning = max(mostRunning, running)
            return true
        }

        mutating func finish() {
            (done, pending) = (done + pending, 0)
            running -= 1
        }
    }

    @Test func itIsBegunOnceUntilThereIsNothingToDo() {
        var runner = SingleRunner()
        let first = [runner.begin(), runner.begin()]
        #expect(first == [true, false])
        let withWork = [runner.goesOn(if: true), runner.begin()]
        #expect(withWork == [true, false])
        let withoutWork = [runner.goesOn(if: false), runner.begin()]
        #expect(withoutWork == [false, true])
        runner.end()
        #expect(!runner.isRunning)
    }

    @Test func amongManyTasksOneRunsAndNoWorkIsLeftBehind() async {
        let state = Guarded(State())
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...8 {
                group.addTask { for _ in 1...1000 { await Self.add(to: state) } }
            }
        }
        let end = state.withLock { $0 }
        #expect(end.done == 8000)
        #expect(end.pending == 0)
        #expect(end.mostRunning == 1)
        #expect(!end.runner.isRunning)
    }

    private static func add(to state: Guarded<State>) async {
        let mustBegin = state.withLock { state in
            state.pending += 1
            return state.runner.begin()
        }
        guard mustBegin else { return }
        while state.withLock({ $0.goesOn() }) {
            await Task.yield()
            state.withLock { $0.finish() }
        }
    }
}
