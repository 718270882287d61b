public import Foundation

/// A payment that is booked, with what it settles.
public struct CustomerPayment: Codable, Sendable, Equatable {
    /// A part of the payment that settles an invoice, or a credit note.
    public struct Part: Codable, Sendable, Equatable {
        /// The series: invoice, or credit note for what is paid back.
        public let kind: Invoice.Kind

        /// The number within its series.
        public let number: Int

        /// The key of the invoice or credit note.
        public let invoiceId: Int

        /// The amount that is settled, positive.
        public let amount: Decimal
    }

    /// The key of the payment.
    public let id: Int

    /// The entry that booked it, to be reversed if the payment did not come about.
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

    /// The first 1,000 invoices or credit notes that it settles.
    public let settled: [Part]
}
