import DjetModel
import DjetStore
import Logging

/// Each worker watches another, so that a death is known at once.
extension Worker {
    /// The server ends a wait after a minute, or two at the most. One that does not, since its clock was set back, is
    /// cancelled and begun anew.
    private static let limit = Duration.seconds(150)

    /// Watches the next worker, anew whenever one has come.
    func watchOthers(_ id: Int) async {
        var watch: Task<Void, Never>?
        for await _ in model.store.listener.rings(on: [model.queue.workersChannel]) {
            await findPlace(id)
            watch?.cancel()
            await watch?.value
            watch = Task(executorPreference: Reactor.shared) { await self.watchNeighbours(id) }
        }
        watch?.cancel()
        await watch?.value
    }

    /// Until there is nobody left to watch. Whatever goes wrong, it tries again: who does not watch leaves another
    /// unwatched.
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
                model.logger.warning(
                    "not watching another worker; trying again", metadata: ["error": "\(error)"])
                try? await Reactor.shared.sleep(for: backOff.next())
            }
        }
    }

    /// How many jobs came back by a death; nil if there is nobody to watch.
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
