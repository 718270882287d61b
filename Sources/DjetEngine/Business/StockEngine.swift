public import DjetModel

/// Serves what is on hand: the list, a product with its moves, the check, and forms to receive, count and
/// move goods.
public struct StockEngine: Engine {
    /// The basetype `stock`.
    public static let basetype = Basetype("stock", title: "Stock")

    /// Creates the engine.
    public init() {}

    /// The routes of the list, of one product, of the check and of the forms.
    public var routes: [Route] {
        [
            Self.list.route,
            Route(
                .get, "product", "A product in all warehouses, with its moves, latest first",
                query: [
                    QueryField("code", .text, "The product's exact code", isRequired: true),
                    QueryField(
                        "after", .matching(#"^[0-9]{1,18}\.[0-9]{1,9}$"#, like: "42.1"),
                        "The next of the previous page of moves"),
                    .limit,
                ], answer: .page(StockProductPage.self), action: product),
            Route(
                .get, "check", "Where on hand is not the sum of the moves: nowhere, as a rule",
                answer: .page(StockCheckPage.self)
            ) { visit in
                let differences = try await visit.model.call(CheckStock())
                return .page("stock/check", title: "Check of the stock", StockCheckPage(visit, differences))
            },
        ] + Self.receipt.routes + Self.count.routes + Self.move.routes
    }

    private static let list = FilteredList<ListStock.Output>(
        template: "stock/list", summary: "What is on hand, by product and warehouse", things: "stock",
        filter: [
            FilterField(
                QueryField("search", .words, "The beginning of the product's code, or a part of its name"),
                "Search"),
            FilterField(QueryField("warehouse", .text, "The warehouse's exact code"), "Warehouse"),
            FilterField(
                QueryField(
                    "state", .choice(["free", "out"]), "Only what has nothing free, or only what has"), "Free"
            ),
        ],
        marks: [
            QueryField("after", .text, "The product of the next of the previous page"),
            QueryField("afterWarehouse", .text, "The warehouse of the next of the previous page"),
        ],
        isLatestFirst: false
    ) { visit in
        var list = ListStock()
        (list.search, list.warehouse) = (visit.query["search"], visit.query["warehouse"])
        list.isOut = visit.query["state"].map { $0 == "out" }
        list.after = visit.query["after"].map {
            .init(product: $0, warehouse: visit.query["afterWarehouse"] ?? "")
        }
        list.limit = visit.limit
        return try await visit.model.call(list)
    }

    private func product(_ visit: Visit) async throws -> Reply {
        let code = visit.query["code"] ?? ""
        let product = try await visit.model.call(FindProduct(code: code)).product
        var stock = ListStock()
        // The entries of a product stand together, and all come after one of it without a warehouse.
        stock.after = .init(product: product.code, warehouse: "")
        let entries = try await visit.model.call(stock).stock.prefix { $0.product == product.code }
        let moves = try await visit.model.call(
            ListMoves(product: product.code, after: visit.moveMark, limit: visit.limit))
        let page = StockProductPage(visit, product, Array(entries), moves)
        return .page("stock/product", title: "Stock of \(product.code)", page)
    }

    // MARK: Forms

    private static let product = (
        query: QueryField("product", .text, "The product of the form's first line"), field: "lines[0].product"
    )

    private static let receipt = FunctionForm<ReceiveGoods>(
        path: "receive", title: "Receive goods", button: "Receive the goods",
        lead: "A product without a description must be known already. No warehouse means main.",
        beginning: [product], action: "goods.receive", done: { ("\($0.id)", []) })

    private static let count = FunctionForm<CountStock>(
        path: "count", title: "Count stock", button: "Book the count",
        lead: "What was counted becomes what is on hand. Products that are not named stay as they are.",
        beginning: [product], action: "stock.count", done: { ("\($0.id)", []) })

    private static let move = FunctionForm<MoveStock>(
        path: "move", title: "Move goods", button: "Move the goods",
        lead: "Goods leave one warehouse for another. What is reserved stays.",
        beginning: [product], action: "stock.move", done: { ("\($0.id)", []) })
}

extension Visit {
    /// The mark of the last move on the page before.
    fileprivate var moveMark: ListMoves.Mark? {
        let numbers = (query["after"] ?? "").split(separator: ".").compactMap { Int($0) }
        return numbers.count == 2 ? .init(transfer: numbers[0], position: numbers[1]) : nil
    }
}
