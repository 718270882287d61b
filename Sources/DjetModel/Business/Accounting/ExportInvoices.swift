import DjetStore

/// Exports all invoices, then all credit notes, each in number order, as one CSV file.
///
/// The columns are number, kind, issued_on, order, customer, country, lines, total, tax and gross; the total
/// is net of tax. The memory used does not grow with the number of invoices.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
public struct ExportInvoices: ModelFunction {
    /// The name `accounting.export-invoices`.
    public static let name = "accounting.export-invoices"

    /// The invoices read at once: about 500 KB of text.
    private static let invoicesPerPage = 10_000

    /// True to begin the file with a byte order mark, by which spreadsheet programs recognize UTF-8.
    public var byteOrderMark: Bool?

    /// Creates the export of all invoices.
    public init(byteOrderMark: Bool? = nil) {
        self.byteOrderMark = byteOrderMark
    }

    /// Writes the file, and reports the number of invoices in it so far.
    public func run(in model: Model) async throws -> File {
        try await model.storeFile(name: "invoices.csv", mimeType: "text/csv; charset=utf-8") { file in
            if byteOrderMark == true { try await file.write("\u{FEFF}") }
            var header = CSVWriter()
            header.line(
                "number", "kind", "issued_on", "order", "customer", "country", "lines", "total", "tax",
                "gross")
            try await file.write(header.take())
            var done = 0
            for kind in [Invoice.Kind.invoice, .creditNote] {
                var last = 0
                while let page = try await page(of: kind, after: last, in: model) {
                    try await file.write(Array(page.csv.utf8))
                    last = page.lastNumber
                    done += page.invoices
                    await model.report(done: done, of: nil, note: nil)
                }
            }
        }
    }

    private func page(of kind: Invoice.Kind, after number: Int, in model: Model) async throws -> Page? {
        try await model.database.first(
            "select * from accounting.invoice_page(\(kind.rawValue), \(number), \(Self.invoicesPerPage))",
            as: Page.self
        )
    }

    /// A row of `accounting.invoice_page()`.
    private struct Page: Decodable {
        let lastNumber: Int
        let invoices: Int
        let csv: String
    }
}
