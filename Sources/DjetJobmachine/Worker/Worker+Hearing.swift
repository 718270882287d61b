import DjetModel
import DjetStore

/// The response of a worker to its queues' rings. Of several workers that hear a ring, the first looks at
/// once; each other one gives those before it a moment, and skips its look if one of them found the line
/// empty.
extension Worker {
    /// The time that each worker gives the one before it.
    private static let moment = Duration.milliseconds(2)
    /// The highest rank: no worker waits longer, however many stand before it.
    private static let longest = 20

    func hearQueues() async {
        let channels = configuration.queues.map { model.queue.channel(of: $0) }
        for await ring in model.store.listener.rings(on: channels) {
            switch ring {
            case .began: wakeUp()
            case .rang(let channel, let word) where word.hasPrefix(JobQueue.dry): spareLook(at: channel, word)
            case .rang(let channel, let word):
                if word == JobQueue.later { state.withLock { $0.hasRungForLater = true } }
                lookInTurn(because: channel)
            }
        }
    }

    /// Finds out how many workers stand before this one, and if there are others at all.
    func findPlace(_ id: Int) async {
        let place = try? await model.store.punctual.query(model.queue.place(of: id)).first
        guard let place, let rank = try? place.value(0, as: Int.self),
            let others = try? place.value(1, as: Int.self)
        else { return }
        state.withLock { ($0.rank, $0.hasOthers) = (min(rank, Self.longest), others > 0) }
    }

    /// Tells the other workers that they need not look for anything that came before this.
    func tellOthersThatItIsDry(_ id: Int) {
        guard state.withLock({ $0.hasOthers }) else { return }
        let channels = configuration.queues.map { model.queue.channel(of: $0) }
        Task(executorPreference: Reactor.shared) { [model] in
            _ = try? await model.store.punctual.query(
                Connection.ring(channels, saying: JobQueue.dry + "\(id)"))
        }
    }

    /// Cancels the planned look, unless the word is this worker's own: only the worker that found the line
    /// empty may have missed jobs that came during its look, so it looks again.
    private func spareLook(at channel: String, _ word: String) {
        state.withLock { state in
            if word != JobQueue.dry + "\(state.id ?? 0)" { state.looks[channel] = nil }
        }
    }

    private func lookInTurn(because channel: String) {
        let (rank, look) = state.withLock { state -> (Int, UInt64?) in
            guard state.rank > 0, state.looks[channel] == nil else { return (state.rank, nil) }
            state.lastLook += 1
            state.looks[channel] = state.lastLook
            return (state.rank, state.lastLook)
        }
        if rank == 0 { return wakeUp() }
        guard let look else { return }
        Task(executorPreference: Reactor.shared) {
            try? await Reactor.shared.sleep(for: Self.moment * rank)
            let isDue = self.state.withLock { state in
                guard state.looks[channel] == look else { return false }
                state.looks[channel] = nil
                return true
            }
            if isDue { self.wakeUp() }
        }
    }
}
