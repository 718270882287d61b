import DjetStore
public import Foundation

/// Lists reminders, the latest first, a page at a time.
public struct ListReminders: ModelFunction {
    /// The name `accounting.list-reminders`.
    public static let name = "accounting.list-reminders"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A letter without its text and items.
    public struct Entry: Codable, Sendable, Equatable {
        /// The key of the letter.
        public let id: Int

        /// The day that it bears.
        public let day: Day

        /// Its level, from 1.
        public let level: Int

        /// The customer's code.
        public let customer: String

        /// The customer's name; nil if nobody has said it.
        public let name: String?

        /// Its title.
        public let title: String

        /// The sum of what was overdue.
        public let total: Decimal

        /// The fee that it asks for; nil for none.
        public let fee: Decimal?

        /// The amount to pay.
        public let toPay: Decimal
    }

    /// A page of the list.
    public struct Output: Codable, Sendable, Equatable {
        /// The reminders.
        public let reminders: [Entry]

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

    /// The most reminders to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates a list of all reminders.
    public init() {}

    /// Reads a page. Throws `ModelError.invalid` for a limit out of range, an invalid text, or a
    /// period that ends before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let customer = try PlainText.said(customer, as: "customer")
        let page = try await ListedPage<Entry>(limit, in: model) { amount in
            """
            select *
            from accounting.list_reminders(
              \(customer), \(from?.description)::date, \(to?.description)::date,
              \(after?.day.description)::date, \(after?.id)::bigint, \(amount)::integer)
            """
        }
        return Output(reminders: page.entries, next: page.last.map { PageMark(day: $0.day, id: $0.id) })
    }
}
