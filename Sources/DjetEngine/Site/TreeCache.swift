import DjetModel
import DjetStore

/// The tree in memory, until a ring says that it has changed.
final class TreeCache: Sendable {
    private let model: Model
    /// The reading rather than what was read: who comes meanwhile waits for it, too. Until somebody watches nothing
    /// is kept: there would be nobody to hear of a change.
    private let kept = Guarded<(reading: Task<Tree, any Error>?, isWatched: Bool)>((nil, false))

    init(_ model: Model) {
        self.model = model
    }

    func tree() async throws -> Tree {
        let reading = kept.withLock { state -> Task<Tree, any Error> in
            if let reading = state.reading { return reading }
            let reading = Task { [model] in try await model.tree() }
            if state.isWatched { state.reading = reading }
            return reading
        }
        do {
            return try await reading.value
        } catch {
            kept.withLock { if $0.reading == reading { $0.reading = nil } }
            throw error
        }
    }

    /// What was being read while the tree changed is good for those who wait for it, and for no others.
    func watch() async {
        for await _ in model.store.listener.rings(on: [Tree.channel]) {
            kept.withLock { $0 = (nil, true) }
        }
        kept.withLock { $0 = (nil, false) }
    }
}
