import DjetModel
import DjetStore
import Logging

/// The reconciliation of jobs that the database counts as this worker's and the worker does not know: jobs of
/// a claim whose answer was lost, or whose hand-back did not arrive. Nobody would run them as long as the
/// worker lives.
extension Worker {
    /// The interval and the span of reconciling after a loss. By its end the server has done what it was
    /// told.
    private static let interval = Duration.seconds(1)
    private static let span = Duration.seconds(10)

    /// A job in one of its attempts: another attempt at a known job is unknown, too.
    private struct Claim: Hashable {
        let id: Int64
        let attempt: Int
    }

    /// Starts reconciling: a word about jobs may not have arrived.
    func reckonSoon() {
        let mustBegin = state.withLock { state in
            state.lostWordAt = .now
            defer { state.reckons = true }
            return !state.reckons
        }
        guard mustBegin else { return }
        Task(executorPreference: Reactor.shared) {
            var goesOn = true
            while goesOn {
                try? await Reactor.shared.sleep(for: Self.interval)
                goesOn = self.state.withLock { state in
                    state.mustReckon = true
                    state.reckons = state.lostWordAt.duration(to: .now) < Self.span
                    return state.reckons
                }
                self.wakeUp()
            }
        }
    }

    /// Hands back unknown jobs. It never runs during a claim, whose jobs are not known yet.
    func reckon(_ id: Int) async throws {
        let isDue = state.withLock { state in
            defer { state.mustReckon = false }
            return state.mustReckon
        }
        guard isDue else { return }
        // In this order, since a job moves from the runners to the answers to be stored.
        let known = Set((runners.jobs + completions.jobs).map { Claim(id: $0.id, attempt: $0.attempt) })
        let held = try await model.store.punctual.query(model.queue.held(by: id)).map {
            (id: try $0.value(0, as: Int64.self), attempt: try $0.value(1, as: Int.self))
        }
        let unknown = held.filter { !known.contains(Claim(id: $0.id, attempt: $0.attempt)) }
        guard !unknown.isEmpty else { return }
        model.logger.warning(
            "jobs were claimed, and the answer was lost; they go back", metadata: ["jobs": "\(unknown.count)"]
        )
        await release(unknown, of: id)
    }
}
