import DjetStore

/// Prints invoices and credit notes into one PDF file, each from a new sheet on.
///
/// Without ``invoices``, it prints all that match the other arguments.
///
/// - Throws: ``ModelError/invalid(_:)`` for more than 1,000, ``ModelError/notFound(_:)`` for none,
///   ``ModelError/unavailable(_:)`` if the program has no converter to PDF.
public struct PrintInvoices: ModelFunction {
    /// The name `accounting.print-invoices`.
    public static let name = "accounting.print-invoices"
    /// Runs without a transaction, since it waits for a converter.
    public static let commit = Commit.detached

    /// The hints of its form.
    public static let hints = [
        "invoices": "The ids; without any, all that match below", "from": "The first day",
        "to": "The last day",
    ]

    /// The ids of the invoices, at most 1,000; nil or none for those that match.
    public var invoices: [Int]?

    /// The series; nil for both.
    public var kind: Invoice.Kind?

    /// The customer's exact code.
    public var customer: String?

    /// The first day.
    public var from: Day?

    /// The last day.
    public var to: Day?

    /// Creates the print of all invoices, or of these.
    public init(invoices: [Int]? = nil) {
        self.invoices = invoices
    }

    /// Returns the file.
    public func run(in model: Model) async throws -> File {
        let printer = try model.service((any DocumentPrinter).self)
        let converter = try model.service((any PDFConverter).self)
        let chosen = try await model.chosen(invoices, kind: kind, customer: customer, from: from, to: to)
        let documents = try await model.documents(of: chosen)
        guard !documents.isEmpty else { throw ModelError.notFound("no invoice matches") }
        let pdf = try await converter.pdf(of: printer.page(of: documents))
        let name = documents.count == 1 ? documents[0].fileName : "invoices"
        return try await model.storeFile(name: "\(name).pdf", mimeType: "application/pdf") { file in
            try await file.write(pdf)
        }
    }
}

/// Lays documents out for print. The program provides one to its model as a service.
public protocol DocumentPrinter: Sendable {
    /// Returns an HTML page of A4 sheets, with all that it needs: each document begins on a new one.
    func page(of documents: [InvoiceDocument]) throws -> String
}
