public import Foundation

/// An entry of the ledger with its postings, which balance. It never changes; another one can reverse it.
public struct LedgerEntry: Codable, Sendable, Equatable {
    /// A change of one account.
    public struct Posting: Codable, Sendable, Equatable {
        /// The place in the entry, from 1.
        public let line: Int

        /// The account's code.
        public let account: String

        /// The account's name.
        public let name: String

        /// The amount: positive is debit, negative is credit.
        public let amount: Decimal

        /// The code of the customer that it is about.
        public let customer: String?

        /// The key of the invoice, or credit note, that it is about.
        public let invoiceId: Int?
    }

    /// The key that functions use, and the reference for people.
    public let id: Int

    /// The day that it bears.
    public let day: Day

    /// The source that it books: `invoice` (a credit note too), `payment`, `settlement`, `manual` or
    /// `reversal`.
    public let source: String

    /// The id of what it books, of an invoice or a payment.
    public let sourceId: Int?

    /// The entry that it reverses.
    public let reverses: Int?

    /// The entry that reverses it.
    public let reversedBy: Int?

    /// The text that people wrote to it.
    public let text: String?

    /// The first 1,000 postings; those of an entry balance.
    public let postings: [Posting]
}
