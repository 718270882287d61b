import DjetModel
import DjetStore

/// Tells everybody who watches the jobs that something has happened. One look a second serves all watchers,
/// and none is made while nobody watches.
final class JobsWatch: Sendable {
    private struct State {
        var watchers: [UInt64: AsyncStream<Void>.Continuation] = [:]
        var nextID: UInt64 = 0
        var look: Task<Void, Never>?
    }

    private let state = Guarded(State())
    private let interval: Duration
    /// The tally's keeper, which all pages share.
    let tally = TallyKeeper()

    /// Creates a watch that looks once a second unless told otherwise.
    init(interval: Duration = .seconds(1)) {
        self.interval = interval
    }

    /// Returns a stream with an element for each change; changes that come too fast share one. Each watcher
    /// gets a first element, so that nothing is missed before it: at the first look, or at once if others
    /// watch already.
    func changes(_ model: Model) -> AsyncStream<Void> {
        let (stream, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextID += 1
            state.watchers[state.nextID] = tell
            if state.look == nil {
                state.look = Task { await self.look(model) }
            } else {
                tell.yield()
            }
            return state.nextID
        }
        tell.onTermination = { [weak self] _ in self?.leave(id) }
        return stream
    }

    /// True if somebody watches.
    var isLooking: Bool { state.withLock { $0.look != nil } }

    private func leave(_ id: UInt64) {
        state.withLock { state in
            state.watchers[id] = nil
            guard state.watchers.isEmpty else { return }
            state.look?.cancel()
            state.look = nil
        }
    }

    private func look(_ model: Model) async {
        var last = ""
        while !Task.isCancelled {
            tally.tend(model)
            // A database that cannot be reached is no change; once it is back, the pulse tells.
            let pulse = (try? await model.pulse()) ?? last
            if pulse != last { tellAll() }
            last = pulse
            try? await Task.sleep(for: interval)
        }
    }

    private func tellAll() {
        let watchers = state.withLock { Array($0.watchers.values) }
        for watcher in watchers { watcher.yield() }
    }
}
