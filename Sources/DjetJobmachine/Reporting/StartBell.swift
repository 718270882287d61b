import DjetModel
import DjetStore

/// Rings the tickets of jobs that have run for a while, once each, so that whoever looks on sees that they
/// run.
///
/// Not at the claim: most jobs are over before anybody could look, and a ring for each of them would cost the
/// line its speed.
final class StartBell: Sendable {
    private struct State {
        /// In the order in which they began.
        var waiting: [(ticket: TicketID, since: ContinuousClock.Instant)] = []
        var isSweeping = false
    }

    /// How long a job runs before its ticket rings, and between rings.
    private static let patience = Duration.milliseconds(100)

    private let state = Guarded(State())
    private let model: Model
    private let running: Running

    init(_ model: Model, _ running: Running) {
        self.model = model
        self.running = running
    }

    func note(_ tickets: [TicketID]) {
        guard !tickets.isEmpty else { return }
        let now = ContinuousClock.now
        let mustBegin = state.withLock { state in
            state.waiting += tickets.map { ($0, now) }
            defer { state.isSweeping = true }
            return !state.isSweeping
        }
        if mustBegin { Task(executorPreference: Reactor.shared) { await self.sweep() } }
    }

    private func sweep() async {
        while goesOn() {
            try? await Task.sleep(for: Self.patience)
            let tickets = running.those(of: due())
            guard !tickets.isEmpty else { continue }
            _ = try? await model.store.query(
                Connection.ring(tickets.map { model.queue.channel(of: $0) }, saying: JobQueue.moved))
        }
    }

    private func goesOn() -> Bool {
        state.withLock { state in
            state.isSweeping = !state.waiting.isEmpty
            return state.isSweeping
        }
    }

    /// Those that began long enough ago, which are not asked for again.
    private func due() -> [TicketID] {
        let limit = ContinuousClock.now - Self.patience
        return state.withLock { state in
            let count = state.waiting.firstIndex { $0.since > limit } ?? state.waiting.count
            defer { state.waiting.removeFirst(count) }
            return state.waiting.prefix(count).map(\.ticket)
        }
    }
}
