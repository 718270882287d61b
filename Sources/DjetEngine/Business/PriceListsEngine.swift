public import DjetModel

/// Serves lists of prices: the list of them, the form of each one, their prices, and the form to set a price.
public struct PriceListsEngine: Engine {
    /// The basetype `price-lists`.
    public static let basetype = Basetype("price-lists", title: "Price lists")

    /// Creates the engine.
    public init() {}

    /// The routes of the lists, of one list, and of the prices.
    public var routes: [Route] {
        GoodsRoutes<SetPriceList>(
            templates: "prices", word: "price list", list: Self.lists.route,
            find: { visit, code in try await visit.model.call(FindPriceList(code: code)) }
        ).routes + [Self.prices.route] + Self.price.routes
    }

    private static let lists = FilteredList<ListPriceLists.Output>(
        template: "prices/lists", summary: "All by code, or what a search finds", things: "price lists",
        filter: [.search], marks: [.searchMark], isLatestFirst: false
    ) { visit in
        try await visit.model.call(
            ListPriceLists(search: visit.query["search"], after: visit.searchMark, limit: visit.limit))
    }

    private static let list = QueryField("list", .text, "The list's exact code")
    private static let product = QueryField("product", .text, "The product's exact code")

    private static let prices = FilteredList<ListPrices.Output>(
        path: "prices", template: "prices/prices", title: "Prices",
        summary: "Prices by list, product and day", things: "prices",
        filter: [
            FilterField(list, "List"), FilterField(product, "Product"),
            FilterField(QueryField("on", .time, "Only prices that hold on this day"), "On"),
        ],
        marks: [
            QueryField("after", .text, "The list of the next of the previous page"),
            QueryField("afterProduct", .text, "The product of the next of the previous page"),
            QueryField(
                "afterDay", .matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", like: "2010-12-01"),
                "The day of the next of the previous page"),
        ],
        isLatestFirst: false
    ) { visit in
        var prices = ListPrices()
        (prices.list, prices.product) = (visit.query["list"], visit.query["product"])
        (prices.on, prices.limit) = (visit.day("on"), visit.limit)
        prices.after = visit.query["after"].flatMap { list in
            visit.day("afterDay").map {
                ListPrices.Mark(list: list, product: visit.query["afterProduct"] ?? "", from: $0)
            }
        }
        return try await visit.model.call(prices)
    }

    private static let price = FunctionForm<SetPrice>(
        path: "price", title: "Set a price", button: "Set the price",
        lead: "It holds from its first day until the product's next price in the list.",
        beginning: [(list, "list"), (product, "product")], action: "price.set",
        target: { "\($0.list) \($0.product)" }, done: { _ in ("", ["prices"]) })
}
