import DjetModel

extension Tree {
    /// The node of a path that somebody typed. Throws `CommandFailure`.
    func node(typed path: String) throws -> Node {
        guard path.hasPrefix("/") else {
            throw CommandFailure(.usage, "“\(path)” is no path: it must begin with a slash")
        }
        if let node = node(at: path) { return node }
        throw CommandFailure(.failed, "there is no node \(path)")
    }

    /// The basetype of a name that somebody typed. Throws `CommandFailure`.
    func basetype(typed name: String) throws -> Basetype {
        if let basetype = basetypes[name] { return basetype }
        let names = basetypes.keys.sorted()
        guard !names.isEmpty else {
            throw CommandFailure(
                .failed,
                "there are no basetypes yet: start the site once, with `\(Application.current.name) up`")
        }
        let all = names.joined(separator: ", ")
        throw CommandFailure(
            .failed, "there is no basetype “\(name)”\(names.guess(at: name)) There are: \(all)")
    }
}
