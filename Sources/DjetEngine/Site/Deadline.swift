import DjetStore

/// The time by which a request must be answered. It moves while the client sends, and when the client asks to
/// wait.
final class Deadline: Sendable {
    private struct State {
        var time: ContinuousClock.Instant
        var isOver = false
    }

    /// The time that an answer may take.
    let limit: Duration
    private let transfer: Duration
    private let state: Guarded<State>

    /// - Parameters:
    ///   - limit: the time that an answer may take.
    ///   - transfer: the time that a body may take.
    init(_ limit: Duration, transfer: Duration) {
        self.limit = limit
        self.transfer = transfer
        state = Guarded(State(time: .now + limit))
    }

    /// True once the time is over, for good.
    var isOver: Bool { state.withLock(\.isOver) }

    /// Allows for the time in which a body arrives.
    func bodyBegins() { move(to: .now + transfer) }

    /// Notes that the body has arrived. The answer has its whole time from now on.
    func bodyEnds() { move(to: .now + limit) }

    /// Allows for a wait that the client asked for.
    func allow(seconds: Int) { move(to: .now + limit + .seconds(seconds)) }

    /// Returns true if the time is over at a moment, and notes that.
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
