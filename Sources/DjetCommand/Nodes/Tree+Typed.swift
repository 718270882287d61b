import DjetModel

extension Tree {
    /// The node of a path that somebody typed. Throws `CommandFailure`.
    func node(typed path: String) throws -> Node {
        if let node = node(at: path) { return node }
        throw CommandFailure(.failed, "there is no node \(path)")
    }
}
