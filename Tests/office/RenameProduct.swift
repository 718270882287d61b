import DjetModel
import DjetStore

struct RenameProduct: ModelFunction {
    static let name = "sales.rename-product"
    var product: String
    var title: String

    func run(in model: Model) async throws -> String {
        guard
            let earlier = try await model.database.first(
                "select name from sales.product where code = \(product) for update", as: String.self)
        else { throw ModelError.notFound("there is no product \(product)") }
        try await model.database.query("update sales.product set name = \(title) where code = \(product)")
        return earlier
    }
}
