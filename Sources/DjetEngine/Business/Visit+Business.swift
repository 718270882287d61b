import DjetModel

extension Visit {
    /// Returns the path of something below the node of a basetype; empty if there is no such node, or the
    /// visitor may not see it.
    func path(toBasetype basetype: String, _ rest: String = "") -> String {
        guard let node = tree.node(ofBasetype: basetype), rights(at: node).contains(.view) else { return "" }
        return rest.isEmpty ? node.path : "\(node.path == "/" ? "" : node.path)/\(rest)"
    }

    /// Returns the path of a child of the node; empty if there is none, or the visitor may not use it.
    func childPath(_ name: String) -> String {
        guard let child = tree.node(at: path(name)), rights(at: child).contains(.use) else { return "" }
        return child.path
    }

    /// Returns the language of a letter to a customer who reads `language`: English, if they have said none,
    /// or one that the site does not have. What programs read is always English.
    func letterWords(_ language: String?) -> Words {
        guard wantsHTML, let language else { return .english }
        return site.languages.words(of: language) ?? .english
    }

    /// True if the form's button, or else the client's preference, leaves the work to a worker. Otherwise it
    /// is done at once, and the client waits for the answer.
    var isLeftForLater: Bool {
        if let way = form?.last(where: { $0.name == Submission.wayField })?.value {
            return way == Submission.Way.background.rawValue
        }
        return preference.isAsynchronous
    }
}
