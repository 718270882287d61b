/// Where a path leads: the deepest node on it, and what is left of it for the node's engine.
public struct Place: Sendable, Hashable {
    /// The deepest node on the path.
    public var node: Node
    /// The nodes above it, the root first.
    public var branch: [Node]
    /// The segments of the path below the node, as they were given to `Tree.find`: those of a request are decoded, and
    /// must be encoded to stand in an address again. An empty one where two slashes met or a slash stood at the end.
    public var rest: [String]

    /// A place.
    public init(node: Node, branch: [Node], rest: [String]) {
        self.node = node
        self.branch = branch
        self.rest = rest
    }

    /// The same path, as if its node were not there; nil at the root.
    public var above: Place? {
        branch.last.map { Place(node: $0, branch: Array(branch.dropLast()), rest: [node.name] + rest) }
    }
}
