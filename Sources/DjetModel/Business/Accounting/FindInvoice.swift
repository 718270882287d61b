import DjetStore

/// Finds one invoice, or credit note, with its lines.
public struct FindInvoice: ModelFunction {
    /// `accounting.find-invoice`.
    public static let name = "accounting.find-invoice"
    /// It only reads.
    public static let commit = Commit.detached

    /// Which invoice, by its id.
    public var invoice: Int

    /// This invoice.
    public init(invoice: Int) {
        self.invoice = invoice
    }

    /// Reads it. Throws `ModelError.notFound`.
    public func run(in model: Model) async throws -> Invoice {
        let found = try await model.database.first(
            "select * from accounting.whole_invoice where id = \(invoice)", as: Invoice.self)
        guard let found else { throw ModelError.notFound("there is no invoice with the id \(invoice)") }
        return found
    }
}
