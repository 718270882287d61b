public import Foundation

/// A letter to a customer who owes something that is overdue.
public struct Reminder: Codable, Sendable, Equatable {
    /// An invoice that the letter lists.
    public struct Item: Codable, Sendable, Equatable {
        /// The key of the invoice.
        public let invoiceId: Int

        /// The invoice's number.
        public let number: Int

        /// The day of the invoice.
        public let day: Day

        /// The day by which it was to be paid.
        public let dueOn: Day

        /// The days since then, on the day of the letter.
        public let overdueDays: Int

        /// The amount at first.
        public let amount: Decimal

        /// The amount that was open.
        public let open: Decimal

        /// The level that it reached with this letter; nil if it is only listed again.
        public let level: Int?
    }

    /// The key of the letter, and its reference for people.
    public let id: Int

    /// The day that it bears.
    public let day: Day

    /// Its level, from 1.
    public let level: Int

    /// The customer's code.
    public let customer: String

    /// The customer's name; nil if nobody has said it.
    public let name: String?

    /// The address to which the customer's invoices go; nil if nobody has said it.
    public let address: Address?

    /// Its title.
    public let title: String

    /// Its text.
    public let text: String

    /// The sum of what was overdue.
    public let total: Decimal

    /// The credit notes and prepayments that the customer had to get.
    public let credit: Decimal

    /// The fee that it asks for; nil for none.
    public let fee: Decimal?

    /// The amount to pay: the total and the fee, less the credit.
    public let toPay: Decimal

    /// The first 1,000 invoices that it lists, due first.
    public let items: [Item]
}
