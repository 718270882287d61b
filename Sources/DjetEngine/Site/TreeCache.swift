import DjetModel
import DjetStore

/// The tree in memory, until a ring says that it has changed.
final class TreeCache: Sendable {
    private let model: Model
    private let kept = Guarded<(tree: Tree?, version: Int)>((nil, 0))

    init(_ model: Model) {
        self.model = model
    }

    func tree() async throws -> Tree {
        let (tree, version) = kept.withLock { $0 }
        if let tree { return tree }
        let read = try await model.tree()
        // What was read while it changed is good for this request and no other.
        kept.withLock { if $0.version == version, version > 0 { $0.tree = read } }
        return read
    }

    /// Until somebody watches nothing is kept: there would be nobody to hear of a change.
    func watch() async {
        for await _ in model.store.listener.rings(on: [Tree.channel]) { forget() }
        forget(andKeepNothing: true)
    }

    private func forget(andKeepNothing: Bool = false) {
        kept.withLock { $0 = (nil, andKeepNothing ? 0 : $0.version + 1) }
    }
}
