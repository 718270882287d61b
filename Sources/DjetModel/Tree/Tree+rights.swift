extension Tree {
    /// Returns the rights of these roles at a node. `everyone` is always among the roles.
    ///
    /// For each role the nearest rule on the way up to the root decides. The rights of the roles are added
    /// up.
    public func rights(at node: Node, roles: Set<String>) -> Set<Right> {
        var undecided = roles.union([Role.everyone])
        var rights: Set<Right> = []
        var next: Int64? = node.id
        while let id = next, let entry = entries[id], !undecided.isEmpty {
            for role in undecided {
                guard let rule = entry.access[role] else { continue }
                rights.formUnion(rule)
                undecided.remove(role)
            }
            next = entry.node.parent
        }
        return rights
    }

    /// Returns the rules at the node itself: the rights of each role, there and below.
    public func rules(at node: Node) -> [String: Set<Right>] {
        entries[node.id]?.access ?? [:]
    }
}
