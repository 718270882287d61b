import DjetStore
public import Foundation

/// Lists what is open, due first: invoices, credit notes, and what customers have paid in advance; a page at
/// a time.
public struct OpenItems: ModelFunction {
    /// The name `accounting.open-items`.
    public static let name = "accounting.open-items"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The items.
        public let items: [Item]

        /// The `after` of the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// An invoice, a credit note or a payment of which something is open. What is the customer's to get is
    /// negative.
    public struct Item: Codable, Sendable, Equatable {
        /// The id of the entry that booked it.
        public let entryId: Int
        /// The source: `invoice`, for a credit note too, or `payment`.
        public let source: String
        /// The day that it bears.
        public let day: Day
        /// The day by which it is to be paid.
        public let dueOn: Day
        /// The days since then; 0 if it is not overdue.
        public let overdueDays: Int
        /// The days since the day that it bears.
        public let ageDays: Int
        /// The customer's code; nil for a walk-in.
        public let customer: String?
        /// The amount at first.
        public let total: Decimal
        /// The amount that is open.
        public let open: Decimal
        /// The key of the invoice or credit note; nil for a payment.
        public let invoiceId: Int?
        /// Its series.
        public let invoiceKind: Invoice.Kind?
        /// Its number within the series.
        public let invoiceNumber: Int?
    }

    /// The customer's exact code; nil for all.
    public var customer: String?

    /// True to list only what is overdue.
    public var overdue: Bool?

    /// The mark where the page before ended.
    public var after: PageMark?

    /// The most items to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates the list of all that is open.
    public init(customer: String? = nil) {
        self.customer = customer
    }

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, or for an invalid text.
    public func run(in model: Model) async throws -> Output {
        let customer = try PlainText.said(customer, as: "customer")
        let page = try await ListedPage<Item>(limit, in: model) { amount in
            """
            select *
            from accounting.list_open_items(
              sales.shop_day(\(model.now)), \(customer), \(overdue ?? false),
              \(after?.day.description)::date, \(after?.id)::bigint, \(amount)::integer)
            """
        }
        return Output(
            items: page.entries, next: page.last.map { PageMark(day: $0.dueOn, id: $0.entryId) })
    }
}
