import DjetStore

/// Counts the jobs that begin, and notes the instant of each tenth.
final class Tally: Sendable {
    private struct State {
        var count = 0
        var marks: [ContinuousClock.Instant] = []
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Guarded(State())
    private let total: Int
    private let tenth: Int

    init(of total: Int) {
        self.total = total
        tenth = max(total / 10, 1)
    }

    func count() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if state.count.isMultiple(of: tenth) { state.marks.append(.now) }
            state.count += 1
            guard state.count == total else { return nil }
            state.marks.append(.now)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits until all have begun.
    func wait() async {
        await withCheckedContinuation { waiter in
            let isOver = state.withLock { state in
                if state.count < total { state.waiter = waiter }
                return state.count >= total
            }
            if isOver { waiter.resume() }
        }
    }

    /// Jobs that begin per second, in each tenth.
    var rates: [Double] {
        let marks = state.withLock(\.marks)
        return zip(marks, marks.dropFirst()).map { Double(tenth) / ($0.duration(to: $1) / .seconds(1)) }
    }
}
