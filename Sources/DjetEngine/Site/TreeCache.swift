import DjetModel
import DjetStore

/// The tree in memory, until a ring says that it has changed, or rings may not arrive any more.
final class TreeCache: Sendable {
    private struct State {
        /// The reading, rather than its result: whoever comes meanwhile waits for it too.
        var reading: Task<Tree, any Error>?
        /// The listening connection that would have heard a ring since the reading began.
        var session: UInt64?
        /// True while somebody listens for changes.
        var isWatched = false
    }

    private let model: Model
    /// The longest time since the last sign that rings arrive.
    private let freshness: Duration
    /// The tree that never changes; nil for that of the database.
    private let fixed: Tree?
    private let kept = Guarded(State())
    private let known = Guarded<Tree?>(nil)

    init(_ model: Model, freshness: Duration, fixed: Tree? = nil) {
        self.model = model
        self.freshness = freshness
        self.fixed = fixed
    }

    /// The last tree that was read, however old; nil before the first.
    var last: Tree? { known.withLock { $0 } }

    /// Returns the tree, a few seconds old at most. Where rings may not arrive it is read anew for every
    /// caller, so that lost rights are not served.
    func tree() async throws -> Tree {
        if let fixed { return fixed }
        let session = session
        let reading = kept.withLock { state -> Task<Tree, any Error> in
            if let reading = state.reading, session != nil, state.session == session { return reading }
            let reading = Task { [model] in try await model.tree() }
            state.reading = session != nil && state.isWatched ? reading : nil
            state.session = session
            return reading
        }
        do {
            let tree = try await reading.value
            known.withLock { $0 = tree }
            return tree
        } catch {
            kept.withLock { if $0.reading == reading { $0.reading = nil } }
            throw error
        }
    }

    /// The connection by which a change is heard within moments; nil if none has lately shown that it lives.
    private var session: UInt64? {
        guard let proof = model.store.listener.proof, proof.time.duration(to: .now) < freshness else {
            return nil
        }
        return proof.session
    }

    /// Forgets the tree whenever it has changed, then calls `tell`: whoever is told reads it anew. A reading
    /// under way at the time of the change serves only those who wait for it.
    func watch(_ tell: () -> Void) async {
        for await _ in model.store.listener.rings(on: [Tree.channel]) {
            kept.withLock { $0 = State(isWatched: true) }
            tell()
        }
        kept.withLock { $0 = State() }
    }
}
