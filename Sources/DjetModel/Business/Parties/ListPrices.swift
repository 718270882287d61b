import DjetStore

/// Lists prices by list, product and day, a page at a time.
public struct ListPrices: ModelFunction {
    /// The name `sales.list-prices`.
    public static let name = "sales.list-prices"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The prices.
        public let prices: [Price]

        /// The `after` of the next page; nil if this is the last.
        public let next: Mark?
    }

    /// The price with which a page ends.
    public struct Mark: Codable, Sendable, Hashable {
        /// The code of its list.
        public let list: String
        /// The code of its product.
        public let product: String
        /// Its first day.
        public let from: Day

        /// Creates the mark of a price.
        public init(list: String, product: String, from: Day) {
            (self.list, self.product, self.from) = (list, product, from)
        }
    }

    /// The exact code of a list; nil for all.
    public var list: String?

    /// The exact code of a product; nil for all.
    public var product: String?

    /// The day on which the prices hold; nil for all that ever did or will.
    public var on: Day?

    /// The mark where the page before ended.
    public var after: Mark?

    /// The most prices to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all prices.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, or for an invalid text.
    public func run(in model: Model) async throws -> Output {
        let list = try PlainText.said(list, as: "list")
        let product = try PlainText.said(product, as: "product")
        let page = try await ListedPage<Price>(limit, in: model) { amount in
            """
            select *
            from sales.list_prices(
              \(list), \(product), \(on?.description)::date, \(after?.list), \(after?.product),
              \(after?.from.description)::date, \(amount)::integer)
            """
        }
        return Output(
            prices: page.entries,
            next: page.last.map { Mark(list: $0.list, product: $0.product, from: $0.fromDay) })
    }
}
