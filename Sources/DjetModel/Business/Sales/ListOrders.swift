import DjetStore

/// Lists orders and returns, the latest first, a page at a time.
public struct ListOrders: ModelFunction {
    /// The name `sales.list-orders`.
    public static let name = "sales.list-orders"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The state of an order's invoicing.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// The order can be invoiced, and something of it is not.
        case open
        /// The order is invoiced, or closed with what is invoiced of it.
        case invoiced
        /// The order is never invoiced: its total is 0.
        case free
    }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The orders.
        public let orders: [OrderSummary]

        /// The `after` of the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// The customer's exact code; blanks around it do not count.
    public var customer: String?

    /// The beginning of the order's number.
    public var number: String?

    /// The first day to list.
    public var from: Day?

    /// The last day to list.
    public var to: Day?

    /// The state of invoicing to list; nil for all.
    public var state: State?

    /// The status to list; nil for all.
    public var status: Order.Status?

    /// The mark where the page before ended.
    public var after: PageMark?

    /// The most orders to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all orders.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, an invalid text, or a
    /// period that ends before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let customer = try PlainText.said(customer, as: "customer")
        let number = try PlainText.said(number, as: "number")
        let page = try await ListedPage<OrderSummary>(limit, in: model) { amount in
            """
            select *
            from sales.list_orders(
              \(customer), \(number), \(from?.description)::date, \(to?.description)::date, \(state?.rawValue),
              \(after?.day.description)::date, \(after?.id)::bigint, \(amount)::integer,
              \(status?.rawValue))
            """
        }
        return Output(orders: page.entries, next: page.last.map { PageMark(day: $0.orderedOn, id: $0.id) })
    }
}
