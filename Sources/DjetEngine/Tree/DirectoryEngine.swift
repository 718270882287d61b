import DjetModel

/// Lists the nodes below it. As the root, it is the start page.
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
        /// The jobs, on the root's HTML page; null for programs.
        var overview: StartOverview?
        /// The greeting of an empty site's administrator, on the root's HTML page; null for programs.
        var greeting: StartGreeting?
    }

    var routes: [Route] {
        [
            Route(.get, "", "Lists the nodes below", answer: .page(Listing.self)) { visit in
                var listing = Self.listing(for: visit)
                if visit.node.path == "/", visit.wantsHTML {
                    listing.overview = try await StartOverview(visit)
                    let isEmpty = listing.overview?.isEmpty ?? false
                    listing.greeting = isEmpty ? try await StartGreeting(visit) : nil
                }
                return .page("tree/directory", title: visit.node.title, listing)
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
