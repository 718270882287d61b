import DjetModel

/// Lists the nodes below it.
struct DirectoryEngine: Engine {
    static let basetype = Basetype(
        "directory", title: "Directory", columns: [Column("intro", title: "Introduction", .longtext)],
        exposedBy: nil)

    struct Listing: Codable, Sendable {
        struct Entry: Codable, Sendable {
            var path: String
            var title: String
            /// The title of the node's basetype.
            var kind: String
        }

        var title: String
        /// The paragraphs above the list.
        var paragraphs: [String]
        var entries: [Entry]
    }

    var routes: [Route] {
        [
            Route(.get, "", "Lists the nodes below", answer: .page(Listing.self)) { visit in
                .page("tree/directory", title: visit.node.title, Self.listing(for: visit))
            }
        ]
    }

    /// Returns the child nodes that are in menus and that the visitor may open.
    private static func listing(for visit: Visit) -> Listing {
        let children = visit.tree.children(of: visit.node).filter {
            $0.isInMenu && visit.mayOpen($0)
        }
        let entries = children.map { child in
            let kind = visit.tree.basetypes[child.basetype]?.title ?? child.basetype
            return Listing.Entry(path: child.path, title: child.title, kind: kind)
        }
        return Listing(
            title: visit.node.title, paragraphs: PageEngine.paragraphs(of: visit.node.text("intro") ?? ""),
            entries: entries)
    }
}
