import DjetStore

/// Finds one product by its code, with its prices.
public struct FindProduct: ModelFunction {
    /// The name `sales.find-product`.
    public static let name = "sales.find-product"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A product with its prices.
    public struct Output: Codable, Sendable, Equatable {
        /// The product.
        public let product: Product

        /// The prices that hold today in the shop's time zone, at most 50, by list.
        public let prices: [Price]
    }

    /// The code.
    public var code: String

    /// Creates the search for a product.
    public init(code: String) {
        self.code = code
    }

    /// Returns the product. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> Output {
        let code = try PlainText.argument(code, as: "code")
        let results = try await model.database.pipeline([
            "select * from sales.whole_product where code = \(code)",
            """
            select *
            from sales.list_prices(of_product => \(code), on_day => sales.shop_day(\(model.now)))
            """,
        ])
        guard let row = results[0].first else { throw ModelError.notFound("there is no product \(code)") }
        return Output(product: try row.decode(), prices: try results[1].decode())
    }
}
