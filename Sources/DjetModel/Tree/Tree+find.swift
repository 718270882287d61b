extension Tree {
    /// Returns the place of a path; nil only if the tree is empty.
    ///
    /// The path is taken as written, without query: names of nodes need no percent-encoding, and the caller
    /// decodes the rest below the node. The cost is bounded by the depth of the tree, for paths of any
    /// length.
    public func find(_ path: String) -> Place? {
        find(segments: Self.segments(of: path).map(String.init))
    }

    /// Returns the place of a path's decoded segments; nil only if the tree is empty.
    public func find(segments: [String]) -> Place? {
        for count in stride(from: min(segments.count, depth), through: 0, by: -1) {
            // An empty segment would otherwise match the root.
            guard count == 0 || !segments[count - 1].isEmpty,
                let node = node(at: "/" + segments.prefix(count).joined(separator: "/"))
            else { continue }
            return Place(node: node, branch: branch(above: node), rest: Array(segments.dropFirst(count)))
        }
        return nil
    }

    /// Returns the node of exactly this path.
    public func node(at path: String) -> Node? {
        paths[path].flatMap { entries[$0]?.node }
    }

    /// Returns the node of this number.
    public func node(_ id: Int64) -> Node? {
        entries[id]?.node
    }

    /// Returns the first node of a basetype, which is the only one of a singleton.
    public func node(ofBasetype basetype: String) -> Node? {
        nodes.first { $0.basetype == basetype }
    }

    /// Returns the nodes directly below a node, in their order.
    public func children(of node: Node) -> [Node] {
        children[node.id] ?? []
    }

    /// Returns the nodes above a node, root first.
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
