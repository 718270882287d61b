import DjetStore
public import Foundation

/// Finds the state of an invoice, or a credit note, in the ledger: its entry, the amount that is open, and
/// what has settled the rest.
public struct FindInvoiceItem: ModelFunction {
    /// The name `accounting.find-invoice-item`.
    public static let name = "accounting.find-invoice-item"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The state of an invoice.
    public struct Output: Codable, Sendable, Equatable {
        /// The entry that booked it.
        public let entryId: Int

        /// The day on which it is due.
        public let dueOn: Day

        /// The amount that is not settled; negative for a credit note.
        public let open: Decimal

        /// The first 1,000 items that have settled something of it.
        public let settled: [Part]
    }

    /// A payment, or another item, that has settled a part of it.
    public struct Part: Codable, Sendable, Equatable {
        /// The entry that booked the item.
        public let entryId: Int

        /// The source of that entry, such as `payment`.
        public let source: String

        /// The day of that entry.
        public let day: Day

        /// The amount that is settled, positive.
        public let amount: Decimal

        /// The key of the payment; nil if it is none.
        public let paymentId: Int?

        /// The key of the invoice or credit note; nil if it is none.
        public let invoiceId: Int?

        /// The series of the invoice or credit note.
        public let kind: Invoice.Kind?

        /// The number within its series.
        public let number: Int?
    }

    /// The invoice's id.
    public var invoice: Int

    /// Creates the search for an invoice.
    public init(invoice: Int) {
        self.invoice = invoice
    }

    /// Returns the state. Throws `ModelError.notFound` if there is no such invoice.
    public func run(in model: Model) async throws -> Output {
        try await model.database.first(
            "select * from accounting.invoice_item(\(invoice))", as: Output.self,
            orThrow: .notFound("there is no invoice with the id \(invoice)"))
    }
}
