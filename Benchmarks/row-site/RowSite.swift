import DjetCommand
import DjetEngine
import DjetModel
import DjetStore

/// A site with one page beside the shipped ones: `/row/7` reads one row by the pool.
@main
struct RowSite {
    static func main() async {
        let row = Part(
            "row", engines: [RowEngine()],
            nodes: [NodeSeed("/row", "row", title: "Row", access: [Role.everyone: [.view]])])
        await Application(name: "row-site", parts: [row]).main()
    }
}

/// Reads one row for each request.
struct RowEngine: Engine {
    static let basetype = Basetype("row", title: "Row")

    struct Item: Codable, Sendable {
        var id: Int64
        var path: String
        var title: String
    }

    var routes: [Route] {
        [
            Route(.get, "{id:int}", "One row", answer: .page(Item.self)) { visit in
                let id = try visit.integer("id")
                guard
                    let item = try await visit.model.database.first(
                        "select id, path, title from djet.node where id = \(id)", as: Item.self)
                else { throw ModelError.notFound("there is no row \(id)") }
                return .page("row", title: item.title, item)
            }
        ]
    }
}
