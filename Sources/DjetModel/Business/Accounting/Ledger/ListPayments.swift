import DjetStore
public import Foundation

/// Lists payments, the latest first, a page at a time.
public struct ListPayments: ModelFunction {
    /// The name `accounting.list-payments`.
    public static let name = "accounting.list-payments"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A payment without what it settles.
    public struct Entry: Codable, Sendable, Equatable {
        /// The key of the payment.
        public let id: Int

        /// The entry that booked it.
        public let entryId: Int

        /// The day of the payment.
        public let day: Day

        /// The amount; negative if it was paid to the customer.
        public let amount: Decimal

        /// The customer's code; nil if nobody knows who paid.
        public let customer: String?

        /// The code of the account that the money went to, or came from.
        public let account: String

        /// The text that the payment says of itself.
        public let reference: String?

        /// The amount that settles nothing yet, and is the customer's.
        public let prepaid: Decimal

        /// True if its entry was reversed: the payment did not come about.
        public let isReversed: Bool
    }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The payments.
        public let payments: [Entry]

        /// The `after` of the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// The customer's exact code; nil for all.
    public var customer: String?

    /// The first day to list.
    public var from: Day?

    /// The last day to list.
    public var to: Day?

    /// The mark where the page before ended.
    public var after: PageMark?

    /// The most payments to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all payments.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, an invalid text, or a
    /// period that ends before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let customer = try PlainText.said(customer, as: "customer")
        let page = try await ListedPage<Entry>(limit, in: model) { amount in
            """
            select *
            from accounting.list_payments(
              \(customer), \(from?.description)::date, \(to?.description)::date,
              \(after?.day.description)::date, \(after?.id)::bigint, \(amount)::integer)
            """
        }
        return Output(payments: page.entries, next: page.last.map { PageMark(day: $0.day, id: $0.id) })
    }
}
