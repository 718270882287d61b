extension Tree {
    /// Where a path leads; nil only if the tree is empty.
    ///
    /// The path is taken as it is written, without query: names of nodes need no percent-encoding, and what
    /// is below the node is left to whoever asks. A path of any length costs no more than one as deep as the
    /// tree.
    public func find(_ path: String) -> Place? {
        find(segments: Self.segments(of: path).map(String.init))
    }

    /// Where the segments of a path lead, decoded already; nil only if the tree is empty.
    public func find(segments: [String]) -> Place? {
        for count in stride(from: min(segments.count, depth), through: 0, by: -1) {
            // Two slashes that meet would look like the root otherwise.
            guard count == 0 || !segments[count - 1].isEmpty,
                let node = node(at: "/" + segments.prefix(count).joined(separator: "/"))
            else { continue }
            return Place(node: node, branch: branch(above: node), rest: Array(segments.dropFirst(count)))
        }
        return nil
    }

    /// The node of exactly this path.
    public func node(at path: String) -> Node? {
        paths[path].flatMap { entries[$0]?.node }
    }

    /// The node of this number.
    public func node(_ id: Int64) -> Node? {
        entries[id]?.node
    }

    /// The first node of a basetype, of a singleton the only one.
    public func node(ofBasetype basetype: String) -> Node? {
        nodes.first { $0.basetype == basetype }
    }

    /// The nodes right below one, in their order.
    public func children(of node: Node) -> [Node] {
        children[node.id] ?? []
    }

    /// The nodes above one, the root first.
    public func branch(above node: Node) -> [Node] {
        var branch: [Node] = []
        var next = node.parent
        while let id = next, let above = self.node(id) {
            branch.append(above)
            next = above.parent
        }
        return branch.reversed()
    }
}
