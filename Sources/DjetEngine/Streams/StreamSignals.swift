import DjetStore

/// What the writer of a stream waits for. Each signal stands for all of its kind before it.
final class StreamSignals: Sendable {
    /// Why a stream ends.
    enum End {
        /// The client may come again: this server stops, or must see anew what the client may.
        case again
        /// The client has gone.
        case gone
    }

    /// What there is to do.
    enum Signal {
        /// There may be something new.
        case due
        /// A sign of life is due.
        case beat
        case end(End)
    }

    private struct State {
        var isDue = false
        var isBeatDue = false
        var end: End?
        var waiter: CheckedContinuation<Void, Never>?

        var isQuiet: Bool { !isDue && !isBeatDue && end == nil }
    }

    private let state = Guarded(State())

    func due() { change { $0.isDue = true } }

    func beat() { change { $0.isBeatDue = true } }

    /// The first reason counts, unless the client goes.
    func end(_ end: End) {
        change { if $0.end == nil || end == .gone { $0.end = end } }
    }

    /// The next signal; waits until there is one.
    func next() async -> Signal {
        await withCheckedContinuation { waiter in
            let isQuiet = state.withLock { state in
                if state.isQuiet { state.waiter = waiter }
                return state.isQuiet
            }
            if !isQuiet { waiter.resume() }
        }
        return take()
    }

    private func take() -> Signal {
        state.withLock { state in
            if let end = state.end { return .end(end) }
            if state.isDue {
                state.isDue = false
                return .due
            }
            state.isBeatDue = false
            return .beat
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let waiter = state.withLock { state in
            body(&state)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }
}
