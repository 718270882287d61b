import DjetJSON
import DjetStore
public import Foundation

/// Books an entry by hand.
///
/// - Throws: ``ModelError/invalid(_:)`` unless its lines balance, ``ModelError/conflict(_:)`` for a day in a
///   closed period, an account that is not active, and the accounts of receivables and prepayments, which
///   invoices and payments keep.
public struct PostEntry: ModelFunction {
    /// The name `accounting.post-entry`.
    public static let name = "accounting.post-entry"

    /// A change of one account.
    public struct Line: Codable, Sendable {
        /// The account's code.
        public var account: String

        /// The amount, at most 2 decimals: positive is debit, negative is credit.
        public var amount: Decimal

        /// The code of a customer that it is about.
        public var customer: String?

        /// Creates a line.
        public init(account: String, amount: Decimal, customer: String? = nil) {
            self.account = account
            self.amount = amount
            self.customer = customer
        }
    }

    /// The day that it bears; nil means today in the shop's time zone.
    public var day: Day?

    /// The text that says what is booked, at most 500 characters.
    public var text: String

    /// The lines, at least two, whose sum is 0.
    public var lines: [Line]

    /// Creates an entry.
    public init(day: Day? = nil, text: String, lines: [Line]) {
        self.day = day
        self.text = text
        self.lines = lines
    }

    /// Books the entry and returns it.
    public func run(in model: Model) async throws -> LedgerEntry {
        let text = try PlainText.argument(text, as: "text", .prose)
        let lines = try JSON.text(of: lines)
        return try await model.database.first(
            """
            select *
            from accounting.post_entry(
              coalesce(\(day?.description)::date, sales.shop_day(\(model.now))), \(text),
              \(lines)::jsonb)
            """,
            as: LedgerEntry.self, orThrow: .unavailable("the entry was booked but not returned"))
    }
}
