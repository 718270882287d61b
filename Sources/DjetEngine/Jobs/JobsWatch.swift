import DjetModel
import DjetStore

/// Tells all who watch the jobs whenever something has happened, by one look a second for all of them
/// together, and none while nobody watches.
final class JobsWatch: Sendable {
    private struct State {
        var watchers: [UInt64: AsyncStream<Void>.Continuation] = [:]
        var nextID: UInt64 = 0
        var look: Task<Void, Never>?
    }

    private let state = Guarded(State())
    private let interval: Duration
    /// Whoever looks, the tally is kept by one.
    let tally = TallyKeeper()

    /// Looks once a second unless told otherwise.
    init(interval: Duration = .seconds(1)) {
        self.interval = interval
    }

    /// An element whenever something has happened since the one before; several that come too fast are one.
    /// There is a first element for everybody, so that nothing is missed before it: the first look, or for those
    /// who come later that they have come.
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

    /// Whether somebody watches.
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
            // A database that cannot be reached is no news; when it is back, the pulse tells.
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
