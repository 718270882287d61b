import DjetModel

/// A list whose filter stands in the address and in the form above it, a page at a time.
struct FilteredList<Output: PagedList & Codable & Sendable>: Sendable {
    /// The path below the node.
    var path = ""
    let template: String
    /// The title; nil for that of the node.
    var title: String?
    let summary: String
    /// The things in the list, in words: `payments`.
    let things: String
    /// The word for one of them, if the template needs it.
    var thing = ""
    let filter: [FilterField]
    /// The fields of the address that say where a page begins; none if the list is a single page.
    var marks: [QueryField] = [.after]
    /// True if the latest come first.
    var isLatestFirst = true
    /// Reads the page of a visit.
    let read: @Sendable (Visit) async throws -> Output

    /// The route of the list.
    var route: Route {
        Route(
            .get, RoutePath(stringLiteral: path), summary,
            query: filter.map(\.query) + (marks.isEmpty ? [] : marks + [.limit]),
            answer: .page(ListPage<Output>.self)
        ) { visit in
            let output = try await read(visit)
            let frame = ListFrame(visit, self, after: output.next?.fields)
            return .page(template, title: title ?? visit.node.title, ListPage(output: output, frame: frame))
        }
    }

    /// Returns the address of the list.
    func address(_ visit: Visit) -> String { path.isEmpty ? visit.path() : visit.path(path) }
}
