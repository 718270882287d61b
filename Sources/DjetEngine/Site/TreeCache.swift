import DjetModel
import DjetStore

/// The tree in memory, until a ring says that it has changed, or none would be heard any more.
final class TreeCache: Sendable {
    private struct State {
        /// The reading rather than what was read: who comes meanwhile waits for it, too.
        var reading: Task<Tree, any Error>?
        /// The listening connection on which a ring would have been heard since the reading began.
        var session: UInt64?
        /// Whether somebody listens for changes.
        var isWatched = false
    }

    private let model: Model
    /// How old the last sign may be that rings arrive.
    private let freshness: Duration
    private let kept = Guarded(State())

    init(_ model: Model, freshness: Duration) {
        self.model = model
        self.freshness = freshness
    }

    /// The tree as it is now, or was a few seconds ago at most. Where rings may not arrive it is read again for everybody who
    /// asks: what rights there were before is not served.
    func tree() async throws -> Tree {
        let session = session
        let reading = kept.withLock { state -> Task<Tree, any Error> in
            if let reading = state.reading, session != nil, state.session == session { return reading }
            let reading = Task { [model] in try await model.tree() }
            state.reading = session != nil && state.isWatched ? reading : nil
            state.session = session
            return reading
        }
        do {
            return try await reading.value
        } catch {
            kept.withLock { if $0.reading == reading { $0.reading = nil } }
            throw error
        }
    }

    /// The connection by which a change is heard within moments; nil if there is none that has lately shown that it lives.
    private var session: UInt64? {
        guard let proof = model.store.listener.proof, proof.time.duration(to: .now) < freshness else {
            return nil
        }
        return proof.session
    }

    /// Forgets the tree whenever it has changed, and tells of it afterwards: whoever has been told reads it anew.
    /// What was being read while it changed is good for those who wait for it, and for no others.
    func watch(_ tell: () -> Void) async {
        for await _ in model.store.listener.rings(on: [Tree.channel]) {
            kept.withLock { $0 = State(isWatched: true) }
            tell()
        }
        kept.withLock { $0 = State() }
    }
}
