import DjetStore

/// Until when a request must be answered. It moves while the client is still sending, and when it asks to wait.
final class Deadline: Sendable {
    private struct State {
        var time: ContinuousClock.Instant
        var isOver = false
    }

    /// How long an answer may take.
    let limit: Duration
    private let transfer: Duration
    private let state: Guarded<State>

    /// - Parameters:
    ///   - limit: how long an answer may take.
    ///   - transfer: how long a body may take.
    init(_ limit: Duration, transfer: Duration) {
        self.limit = limit
        self.transfer = transfer
        state = Guarded(State(time: .now + limit))
    }

    /// Whether the time is over. Then it stays so.
    var isOver: Bool { state.withLock(\.isOver) }

    /// Allows for the time in which a body comes.
    func bodyBegins() { move(to: .now + transfer) }

    /// The body has come: from now on the time is the answer's.
    func bodyEnds() { move(to: .now + limit) }

    /// Allows for waiting that the client asked for.
    func allow(seconds: Int) { move(to: .now + limit + .seconds(seconds)) }

    /// Whether the time is over by now.
    func passes(at now: ContinuousClock.Instant) -> Bool {
        state.withLock { state in
            if state.time <= now { state.isOver = true }
            return state.isOver
        }
    }

    private func move(to time: ContinuousClock.Instant) {
        state.withLock { $0.time = time }
    }
}
