import DjetStore

/// Finds one invoice, or credit note, with its lines.
public struct FindInvoice: ModelFunction {
    /// The name `accounting.find-invoice`.
    public static let name = "accounting.find-invoice"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The invoice's id.
    public var invoice: Int

    /// Creates the search for an invoice.
    public init(invoice: Int) {
        self.invoice = invoice
    }

    /// Returns the invoice. Throws `ModelError.notFound` if there is none.
    public func run(in model: Model) async throws -> Invoice {
        try await model.database.first(
            "select * from accounting.whole_invoice where id = \(invoice)", as: Invoice.self,
            orThrow: .notFound("there is no invoice with the id \(invoice)"))
    }
}
