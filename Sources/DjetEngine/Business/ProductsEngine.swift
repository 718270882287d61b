public import DjetModel

/// Serves products: the list with its search, and the form of each one.
public struct ProductsEngine: Engine {
    /// The basetype `products`.
    public static let basetype = Basetype("products", title: "Products")

    /// Creates the engine.
    public init() {}

    /// The routes of the list and of one product.
    public var routes: [Route] {
        GoodsRoutes<SetProduct>(
            templates: "products", word: "product", list: Self.list.route,
            find: { visit, code in try await visit.model.call(FindProduct(code: code)).product }
        ).routes
    }

    private static let list = FilteredList<ListProducts.Output>(
        template: "products/list", summary: "All by code, or what a search finds", things: "products",
        filter: [.search], marks: [.searchMark], isLatestFirst: false
    ) { visit in
        try await visit.model.call(
            ListProducts(search: visit.query["search"], after: visit.searchMark, limit: visit.limit))
    }
}
