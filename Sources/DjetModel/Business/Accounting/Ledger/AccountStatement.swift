import DjetStore
public import Foundation

/// Lists the entries that changed an account, the earliest first, with the balance after each; a page at a
/// time.
public struct AccountStatement: ModelFunction {
    /// The name `accounting.account-statement`.
    public static let name = "accounting.account-statement"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// A page of the statement.
    public struct Output: Codable, Sendable, Equatable {
        /// The entries.
        public let entries: [Row]

        /// The `after` of the next page; nil if this is the last.
        public let next: PageMark?
    }

    /// An entry, as far as it changed the account. A positive amount is debit.
    public struct Row: Codable, Sendable, Equatable {
        /// The entry's id.
        public let entryId: Int
        /// The day that it bears.
        public let day: Day
        /// The source that it books, such as `invoice`.
        public let source: String
        /// The text that people wrote to it.
        public let text: String?
        /// The series of the invoice that it books.
        public let invoiceKind: Invoice.Kind?
        /// The number of the invoice that it books.
        public let invoiceNumber: Int?
        /// The code of the customer that it is about.
        public let customer: String?
        /// The change of the account.
        public let change: Decimal
        /// The account's balance after it.
        public let balance: Decimal
    }

    /// The account's code.
    public var account: String

    /// The first day to list.
    public var from: Day?

    /// The last day to list.
    public var to: Day?

    /// The mark where the page before ended.
    public var after: PageMark?

    /// The most entries to return, from 1 to 1,000; nil means 50.
    public var limit: Int?

    /// Creates the statement of an account.
    public init(account: String) {
        self.account = account
    }

    /// Reads a page. Throws `ModelError.notFound` for an unknown account, `ModelError.invalid` for a limit
    /// out of range, or a period that ends before it begins.
    public func run(in model: Model) async throws -> Output {
        try Day.checkPeriod(from, to)
        let known = try await model.database.first(
            "select code from accounting.ledger_account where code = \(account)", as: String.self)
        guard known != nil else { throw ModelError.notFound("there is no account \(account)") }
        let page = try await ListedPage<Row>(limit, in: model) { amount in
            """
            select *
            from accounting.account_statement(
              \(account), \(from?.description)::date, \(to?.description)::date,
              \(after?.day.description)::date, \(after?.id)::bigint, \(amount)::integer)
            """
        }
        return Output(
            entries: page.entries, next: page.last.map { PageMark(day: $0.day, id: $0.entryId) })
    }
}
