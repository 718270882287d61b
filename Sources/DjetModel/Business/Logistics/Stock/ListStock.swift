import DjetStore
public import Foundation

/// Lists what is on hand, by product and warehouse, a page at a time.
public struct ListStock: ModelFunction {
    /// The name `logistics.list-stock`.
    public static let name = "logistics.list-stock"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The quantity of a product in a warehouse.
    public struct Entry: Codable, Sendable, Equatable {
        /// The product's code.
        public let product: String

        /// The product's name.
        public let name: String

        /// The warehouse's code.
        public let warehouse: String

        /// The quantity that is there.
        public let quantity: Decimal

        /// The part of it that is reserved for orders.
        public let reserved: Decimal

        /// The part of it that is not reserved.
        public let free: Decimal
    }

    /// The end of a page: the next one begins after it.
    public struct Mark: Codable, Sendable, Equatable {
        /// The code of the last product.
        public var product: String

        /// The warehouse of the last entry.
        public var warehouse: String

        /// Creates the mark of an entry.
        public init(product: String, warehouse: String) {
            self.product = product
            self.warehouse = warehouse
        }
    }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The entries.
        public let stock: [Entry]

        /// The `after` of the next page; nil if this is the last.
        public let next: Mark?
    }

    /// The beginning of a product's code, in capitals or not, or of its name in any case.
    public var search: String?

    /// The warehouse's exact code; nil for all.
    public var warehouse: String?

    /// True for what has nothing free, false for what has; nil for both.
    public var isOut: Bool?

    /// The mark where the page before ended.
    public var after: Mark?

    /// The most entries to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all that is stocked.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, or for an invalid text.
    public func run(in model: Model) async throws -> Output {
        let search = try PlainText.said(search, as: "search")
        let warehouse = try PlainText.said(warehouse, as: "warehouse")
        let page = try await ListedPage<Entry>(limit, in: model) { amount in
            """
            select *
            from logistics.list_stock(
              \(search), \(warehouse), \(isOut), \(after?.product), \(after?.warehouse),
              \(amount)::integer)
            """
        }
        return Output(
            stock: page.entries, next: page.last.map { Mark(product: $0.product, warehouse: $0.warehouse) })
    }
}
