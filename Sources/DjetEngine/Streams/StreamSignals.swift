import DjetStore

/// The signals that a stream's writer waits for. A signal stands for all earlier ones of its kind.
final class StreamSignals: Sendable {
    /// The reason why a stream ends.
    enum End {
        /// The client may reconnect: this server stops, or must check the client's rights again.
        case again
        /// The client has gone.
        case gone
    }

    /// A task for the writer.
    enum Signal {
        /// There may be new events.
        case due
        /// A heartbeat is due.
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

    /// Ends the stream. The first reason counts, unless the client goes.
    func end(_ end: End) {
        change { if $0.end == nil || end == .gone { $0.end = end } }
    }

    /// Returns the next signal, and waits until there is one.
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
