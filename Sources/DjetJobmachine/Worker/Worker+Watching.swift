import DjetModel
import DjetStore
import Logging

/// The watch of each worker over another, so that a death is known at once.
extension Worker {
    /// The limit of one wait. The server ends it after a minute or two; one that goes on, since the server's
    /// clock was set back, is cancelled and begun anew.
    private static let limit = Duration.seconds(150)

    /// Watches the next worker, and starts anew whenever the workers change.
    func watchOthers(_ id: Int) async {
        var rings = model.store.listener.rings(on: [model.queue.workersChannel]).makeAsyncIterator()
        var isOpen = await rings.next() != nil
        while isOpen {
            isOpen = await withTaskGroup { group in
                group.addTask(executorPreference: Reactor.shared) { await self.watchNeighbours(id) }
                defer { group.cancelAll() }
                await findRank(id)
                return await rings.next() != nil
            }
        }
    }

    /// Finds out how many workers stand before this one, and if there are others at all.
    private func findRank(_ id: Int) async {
        let place = try? await model.store.punctual.query(model.queue.rank(of: id)).first
        guard let place, let rank = try? place.value(0, as: Int.self),
            let others = try? place.value(1, as: Int.self)
        else { return }
        send(.ranked(rank, hasOthers: others > 0))
    }

    /// Watches until there is nobody left to watch. It retries after every error: a worker that does not
    /// watch leaves another unwatched.
    private func watchNeighbours(_ id: Int) async {
        let first = BackOff(from: .milliseconds(200), upTo: .seconds(30))
        var backOff = first
        while !Task.isCancelled, !isStopping {
            do {
                guard let rescued = try await watchNeighbour(id) else { return }
                backOff = first
                if rescued > 0 {
                    model.logger.warning(
                        "a worker died; its jobs are back in the line", metadata: ["jobs": "\(rescued)"])
                }
            } catch {
                guard !Task.isCancelled, !isStopping else { return }
                failures.note(.warning, "not watching another worker; trying again", error)
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }

    /// Returns the number of jobs that a death put back in line; nil if there is nobody to watch.
    private func watchNeighbour(_ id: Int) async throws -> Int? {
        try await withThrowingTaskGroup(of: Int?.self) { group in
            defer { group.cancelAll() }
            group.addTask(executorPreference: Reactor.shared) { [model] in
                try await model.store.first(model.queue.watch(id), as: Int?.self) ?? nil
            }
            group.addTask(executorPreference: Reactor.shared) {
                try await Reactor.shared.sleep(for: Self.limit)
                return 0
            }
            return try await group.next() ?? nil
        }
    }
}
