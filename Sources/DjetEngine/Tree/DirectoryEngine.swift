import DjetModel

/// Lists the nodes below it.
struct DirectoryEngine: Engine {
    static let basetype = Basetype("directory", title: "Directory")

    struct Listing: Codable, Sendable {
        struct Entry: Codable, Sendable {
            var path: String
            var title: String
        }

        var entries: [Entry]
    }

    var routes: [Route] {
        [
            Route(.get, "", "Lists what lies below", answer: .page(Listing.self)) { visit in
                let children = visit.tree.children(of: visit.node).filter {
                    $0.isInMenu && visit.rights(at: $0).contains(.view)
                }
                return .page(
                    "tree/directory", title: visit.node.title,
                    Listing(entries: children.map { Listing.Entry(path: $0.path, title: $0.title) }))
            }
        ]
    }
}
