import DjetStore

/// Lists orders and returns, the latest first, a page at a time.
public struct ListOrders: ModelFunction {
    /// `sales.list-orders`.
    public static let name = "sales.list-orders"
    /// It only reads.
    public static let commit = Commit.detached

    /// Whether an order has been invoiced.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// It is still to be.
        case open
        /// It has.
        case invoiced
        /// It never will: its total is 0.
        case free
    }

    /// A page.
    public struct Output: Codable, Sendable, Equatable {
        /// The orders.
        public let orders: [OrderSummary]

        /// What to give as `after` for the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// The customer's code, exactly; blanks around it do not count.
    public var customer: String?

    /// How the number begins.
    public var number: String?

    /// Not before this day.
    public var from: Day?

    /// Not after this day.
    public var to: Day?

    /// Whether they have been invoiced.
    public var state: State?

    /// Where the page before ended.
    public var after: PageMark?

    /// How many orders at the most, from 1 to 1,000; nil is 50.
    public var limit: Int?

    /// All orders.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit that is none, or a text that is none.
    public func run(in model: Model) async throws -> Output {
        let amount = try Self.amount(limit)
        let customer = try PlainText.said(customer, as: "customer")
        let number = try PlainText.said(number, as: "number")
        let orders = try await model.database.rows(
            """
            select *
            from sales.list_orders(
              \(customer), \(number), \(from?.description)::date, \(to?.description)::date, \(state?.rawValue),
              \(after?.day.description)::date, \(after?.id)::bigint, \(amount + 1)::integer)
            """,
            as: OrderSummary.self
        )
        let page = Array(orders.prefix(amount))
        let last = orders.count > amount ? page.last : nil
        return Output(orders: page, next: last.map { PageMark(day: $0.orderedOn, id: $0.id) })
    }

    /// The length of a page. Throws `ModelError.invalid` unless it is from 1 to 1,000.
    static func amount(_ limit: Int?) throws -> Int {
        let amount = limit ?? 50
        guard (1...1_000).contains(amount) else {
            throw ModelError.invalid("limit: a page has from 1 to 1000 entries, not \(amount)")
        }
        return amount
    }
}
