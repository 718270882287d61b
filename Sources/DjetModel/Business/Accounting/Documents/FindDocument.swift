import DjetStore

/// Finds all that the documents of one invoice, or credit note, say.
public struct FindDocument: ModelFunction {
    /// The name `accounting.find-document`.
    public static let name = "accounting.find-document"
    /// Runs without a transaction, since it only reads.
    public static let commit = Commit.detached

    /// The invoice's id.
    public var invoice: Int

    /// Creates the search for a document.
    public init(invoice: Int) {
        self.invoice = invoice
    }

    /// Returns the document. Throws `ModelError.notFound` if there is no such invoice.
    public func run(in model: Model) async throws -> InvoiceDocument {
        guard let found = try await model.documents(of: [invoice]).first else {
            throw ModelError.notFound("there is no invoice with the id \(invoice)")
        }
        return found
    }
}

extension Model {
    /// Returns the documents of these invoices: invoices first, then credit notes, each in the order of their
    /// numbers.
    func documents(of invoices: [Int]) async throws -> [InvoiceDocument] {
        try await database.rows(
            "select * from accounting.find_documents(\(invoices)::bigint[])", as: InvoiceDocument.self)
    }
}
