import DjetStore
public import Foundation

/// Lists the lines of orders that lack goods, in the order in which they were booked, a page at a time.
///
/// A page comes of about 5,000 lines: so one can have fewer than `limit`, or none, and yet a next page.
public struct ListBackorders: ModelFunction {
    /// The name `logistics.list-backorders`.
    public static let name = "logistics.list-backorders"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A line that lacks goods.
    public struct Entry: Codable, Sendable, Equatable {
        /// The order's id.
        public let orderId: Order.ID

        /// The order's number.
        public let orderNumber: String

        /// The day of the order.
        public let orderedOn: Day

        /// The customer's code; nil for a walk-in.
        public let customer: String?

        /// The line's number in the order.
        public let lineNumber: Int

        /// The product's code.
        public let product: String

        /// The product's description on the order, or else its name.
        public let description: String

        /// The quantity that was ordered.
        public let ordered: Decimal

        /// The quantity that was shipped.
        public let shipped: Decimal

        /// The quantity that is reserved.
        public let reserved: Decimal

        /// The quantity that could not be shipped even if the line got all that nobody has reserved.
        public let missing: Decimal
    }

    /// The end of a page: the next one begins after it.
    public struct Mark: Codable, Sendable, Equatable {
        /// The id of the last order.
        public var order: Order.ID

        /// The number of the last line.
        public var line: Int

        /// Creates the mark of a line.
        public init(order: Order.ID, line: Int) {
            self.order = order
            self.line = line
        }
    }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The lines.
        public let lines: [Entry]

        /// The `after` of the next page; nil if this is the last.
        public let next: Mark?
    }

    /// The product's exact code; nil for all.
    public var product: String?

    /// The mark where the page before ended.
    public var after: Mark?

    /// The most lines to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// The lines of orders to be shipped that one page looks at. A look takes about 6 us.
    private static let looked = 4_000

    /// Creates a list of all backorders.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, or for an invalid text.
    public func run(in model: Model) async throws -> Output {
        let product = try PlainText.said(product, as: "product")
        let end = try await end(in: model)
        let page = try await ListedPage<Entry>(limit, in: model) { amount in
            """
            select *
            from logistics.list_backorders(
              \(product), \(after?.order ?? 0), \(after?.line ?? 0), \(amount)::integer, \(end)::bigint)
            """
        }
        let full = page.last.map { Mark(order: $0.orderId, line: $0.lineNumber) }
        return Output(lines: page.entries, next: full ?? end.map { Mark(order: $0, line: 0) })
    }

    /// Returns the id of the order at which this page ends, though it is not full; nil if there is none.
    private func end(in model: Model) async throws -> Order.ID? {
        try await model.database.first(
            "select logistics.next_to_look(\(after?.order ?? 0), \(Self.looked)::integer)", as: Int?.self)
            ?? nil
    }
}
