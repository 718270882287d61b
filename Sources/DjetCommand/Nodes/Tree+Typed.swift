import DjetModel

extension Tree {
    /// Returns the node at a typed path. Throws `CommandFailure` if there is none.
    func node(typed path: String) throws -> Node {
        guard path.hasPrefix("/") else {
            throw CommandFailure(.usage, "“\(path)” is not a path: it must begin with a slash")
        }
        if let node = node(at: path) { return node }
        throw CommandFailure(.failed, "there is no node \(path)")
    }

    /// Returns the basetype of a typed name. Throws `CommandFailure` if there is none.
    func basetype(typed name: String) throws -> Basetype {
        if let basetype = basetypes[name] { return basetype }
        let names = basetypes.keys.sorted()
        guard !names.isEmpty else {
            throw CommandFailure(
                .failed,
                "there are no basetypes yet: `\(Application.current.name) migrate` stores them")
        }
        let all = names.joined(separator: ", ")
        throw CommandFailure(
            .failed, "there is no basetype “\(name)”\(names.guess(at: name)) There are: \(all)")
    }
}

extension Basetype {
    /// Returns the column of a typed name. Throws `CommandFailure` if there is none.
    func column(typed name: String) throws -> Column {
        if let column = column(name) { return column }
        let names = columns.map(\.name)
        let all = names.isEmpty ? "It has none" : "It has: \(names.joined(separator: ", "))"
        throw CommandFailure(
            .usage, "a \(self.name) has no column “\(name)”\(names.guess(at: name)) \(all)")
    }
}
