import DjetStore
public import Foundation

/// Lists the orders of which something is to be shipped, in the order in which they were booked, a page at a
/// time.
///
/// Orders that were booked before logistics came to the database are not among them, though they can be
/// shipped.
public struct ListToShip: ModelFunction {
    /// The name `logistics.list-to-ship`.
    public static let name = "logistics.list-to-ship"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// An order, with the sums of its lines' quantities.
    public struct Entry: Codable, Sendable, Equatable {
        /// The order's id.
        public let id: Order.ID

        /// The order's number.
        public let number: String

        /// The day of the order.
        public let orderedOn: Day

        /// The customer's code; nil for a walk-in.
        public let customer: String?

        /// The country that the goods go to.
        public let country: String?

        /// The quantity that was ordered.
        public let ordered: Decimal

        /// The quantity that is reserved.
        public let reserved: Decimal

        /// The quantity that was shipped.
        public let shipped: Decimal

        /// The part of it that came back.
        public let returned: Decimal

        /// The quantity that could not be shipped even if the order got all that nobody has reserved, in all
        /// warehouses.
        public let missing: Decimal

        /// True if ``ShipOpenOrders`` would ship something of it now: from where it is reserved, or from
        /// `main`.
        public let isShippable: Bool
    }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The orders.
        public let orders: [Entry]

        /// The `after` of the next page; nil if this is the last.
        public let next: Order.ID?
    }

    /// The id of the last order of the page before.
    public var after: Order.ID?

    /// The most orders to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// True for orders of which something can be shipped now, false for those that wait for goods; nil for
    /// both.
    ///
    /// A page is then made of the next 500 orders that are open: it may have fewer than `limit`, or none,
    /// and still not be the last.
    public var isShippable: Bool?

    /// The number of open orders that are looked at for one page of some of them.
    private static let looked = 500

    /// Creates a list of all orders that are to be shipped.
    public init(after: Order.ID? = nil, limit: Int? = nil, isShippable: Bool? = nil) {
        self.after = after
        self.limit = limit
        self.isShippable = isShippable
    }

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range.
    public func run(in model: Model) async throws -> Output {
        let amount = try ListedPage<Entry>.amount(limit)
        let most = isShippable == nil ? amount : Self.looked
        let orders = try await model.database.rows(
            "select * from logistics.list_to_ship(\(after ?? 0), \(most + 1)::integer)", as: Entry.self)
        let wanted = orders.prefix(most).filter { isShippable == nil || $0.isShippable == isShippable }
        let page = Array(wanted.prefix(amount))
        if wanted.count > amount { return Output(orders: page, next: page.last?.id) }
        return Output(orders: page, next: orders.count > most ? orders[most - 1].id : nil)
    }
}
