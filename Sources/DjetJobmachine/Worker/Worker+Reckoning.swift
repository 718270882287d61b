import DjetModel
import DjetStore
import Logging

/// What the database takes for this worker's, and the worker knows nothing of: jobs of a claim whose answer was lost, or that
/// were handed back by a word that did not arrive. As long as the worker lives, nobody would run them.
extension Worker {
    /// How often it reckons after something was lost, and until when: by then the server has done what it had been told.
    private static let interval = Duration.seconds(1)
    private static let span = Duration.seconds(10)

    /// A job in one of its attempts: another attempt at a job that it knows is unknown to it, too.
    private struct Claim: Hashable {
        let id: Int64
        let attempt: Int
    }

    /// Something that was said of jobs may not have been heard.
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

    /// Hands back what it knows nothing of. Never while a claim is under way, whose jobs it does not know yet.
    func reckon(_ id: Int) async throws {
        let isDue = state.withLock { state in
            defer { state.mustReckon = false }
            return state.mustReckon
        }
        guard isDue else { return }
        // In this order: a job goes from the runners to those whose answers are to be stored.
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
