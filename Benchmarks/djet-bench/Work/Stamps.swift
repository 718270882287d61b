import DjetStore

/// The instants at which numbered jobs begin.
final class Stamps: Sendable {
    private struct State {
        var instants: [ContinuousClock.Instant?]
        var missing: Int
    }

    private let state: Guarded<State>
    private let complete: AsyncStream<Void>
    private let tell: AsyncStream<Void>.Continuation

    init(of count: Int) {
        state = Guarded(State(instants: Array(repeating: nil, count: count), missing: count))
        (complete, tell) = AsyncStream.makeStream()
    }

    /// Notes the present instant, unless the number is out of range or noted already.
    func note(_ number: Int) {
        let now = ContinuousClock.now
        let isLast = state.withLock { state in
            guard state.instants.indices.contains(number), state.instants[number] == nil else { return false }
            state.instants[number] = now
            state.missing -= 1
            return state.missing == 0
        }
        if isLast { tell.finish() }
    }

    /// Returns true if a number has been noted.
    func isNoted(_ number: Int) -> Bool {
        state.withLock { $0.instants[number] != nil }
    }

    /// Waits until all have begun, and returns the instant of each.
    func all() async throws -> [ContinuousClock.Instant] {
        for await _ in complete {}
        try Task.checkCancellation()
        return state.withLock { $0.instants.compactMap(\.self) }
    }
}
