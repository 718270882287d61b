/// The target of a path: the deepest node on it, and the rest of the path for the node's engine.
public struct Place: Sendable, Hashable {
    /// The deepest node on the path.
    public var node: Node
    /// The nodes above it, root first.
    public var branch: [Node]
    /// The segments of the path below the node, as given to `Tree.find`. A request gives them decoded; they
    /// must be encoded to stand in an address again. Two slashes in a row, or a slash at the end, give an
    /// empty segment.
    public var rest: [String]

    /// Creates a place.
    public init(node: Node, branch: [Node], rest: [String]) {
        self.node = node
        self.branch = branch
        self.rest = rest
    }

    /// The place of the same path without this node; nil at the root.
    public var above: Place? {
        branch.last.map { Place(node: $0, branch: Array(branch.dropLast()), rest: [node.name] + rest) }
    }
}
