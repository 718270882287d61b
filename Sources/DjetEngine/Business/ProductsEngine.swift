public import DjetModel

/// Serves products: the list with its search, and the form of each one.
public struct ProductsEngine: Engine {
    /// The basetype `products`.
    public static let basetype = Basetype("products", title: "Products")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of one product.
    public var routes: [Route] {
        GoodsRoutes<SetProduct, Product>(
            templates: "products", word: "product",
            list: { visit, mark in
                let page = try await visit.model.call(
                    ListProducts(
                        search: visit.query["search"], after: mark,
                        limit: visit.query.integer("limit").map { Int($0) }))
                return (page.products, page.next)
            },
            find: { visit, code in try await visit.model.call(FindProduct(code: code)).product }
        ).routes
    }
}
