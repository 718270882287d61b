import DjetEngine
import DjetModel
import DjetStore

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
