import DjetStore

/// Exports the UBL files of invoices and credit notes, and a CSV file of their lines, as one ZIP file.
///
/// Without ``invoices``, it exports all that match the other arguments. An invoice that has no UBL file yet
/// is named in the result, with what is missing, and does not stop the others.
///
/// The columns of `lines.csv` are kind, number, issued_on, order, customer, line, product, description,
/// quantity, unit, unit_price, discount, amount, tax_category and tax_rate.
///
/// - Throws: ``ModelError/invalid(_:)`` for more than 1,000, ``ModelError/notFound(_:)`` for none.
public struct ExportDocuments: ModelFunction {
    /// The name `accounting.export-documents`.
    public static let name = "accounting.export-documents"

    /// The hints of its form.
    public static let hints = PrintInvoices.hints

    /// The documents read at once.
    private static let documentsPerPage = 100

    /// The file, and what it lacks.
    public struct Output: Codable, Sendable, Equatable {
        /// The ZIP file.
        public let file: File

        /// The number of UBL files in it.
        public let documents: Int

        /// The first 50 invoices that have no UBL file yet, with what is missing.
        public let refused: [String]

        /// The number of those invoices.
        public let refusedCount: Int
    }

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

    /// Creates the export of all invoices, or of these.
    public init(invoices: [Int]? = nil) {
        self.invoices = invoices
    }

    /// Writes the file, and reports the number of invoices done.
    public func run(in model: Model) async throws -> Output {
        let chosen = try await model.chosen(invoices, kind: kind, customer: customer, from: from, to: to)
        var archive = DocumentArchive()
        let file = try await model.storeFile(name: "documents.zip", mimeType: "application/zip") { file in
            for start in stride(from: 0, to: chosen.count, by: Self.documentsPerPage) {
                let ids = Array(chosen[start..<min(start + Self.documentsPerPage, chosen.count)])
                let documents = try await model.documents(of: ids)
                for (document, ubl) in zip(documents, try await model.ublFiles(of: documents)) {
                    try await file.write(archive.add(document, ubl))
                }
                await model.report(done: start + ids.count, of: chosen.count)
            }
            try await file.write(archive.end())
        }
        return Output(
            file: file, documents: archive.documents, refused: archive.refused,
            refusedCount: archive.refusedCount)
    }
}

extension ExportDocuments.Output: OutcomeReport {
    /// The first reasons if no invoice has a UBL file; nil otherwise.
    public var failure: String? {
        guard documents == 0 else { return nil }
        let rest = refusedCount - min(refused.count, 3)
        return "no document was exported: " + refused.prefix(3).joined(separator: ". ")
            + (rest > 0 ? ". \(rest) more have none" : "")
    }
}

/// The ZIP file as it grows.
private struct DocumentArchive {
    private(set) var documents = 0
    private(set) var refused: [String] = []
    private(set) var refusedCount = 0
    private var zip = ZIPWriter()
    private var csv = CSVWriter()
    private var last: Day?

    init() {
        csv.line(
            "kind", "number", "issued_on", "order", "customer", "line", "product", "description", "quantity",
            "unit", "unit_price", "discount", "amount", "tax_category", "tax_rate")
    }

    /// Adds a document. Returns the bytes to write: none if it has no UBL file.
    mutating func add(_ document: InvoiceDocument, _ ubl: Result<UBLFile, any Error>) throws -> [UInt8] {
        last = document.issuedOn
        for line in document.lines { add(line, of: document) }
        switch ubl {
        case .success(let file):
            documents += 1
            return try zip.entry(file.name, of: document.issuedOn, Array(file.xml.utf8))
        case .failure(let error):
            refusedCount += 1
            if refused.count < 50 { refused.append("\(error)") }
            return []
        }
    }

    /// Returns the bytes of the lines and the end.
    mutating func end() throws -> [UInt8] {
        guard let last else { throw ModelError.notFound("no invoice matches") }
        return try zip.entry("lines.csv", of: last, csv.take()) + zip.end()
    }

    private mutating func add(_ line: InvoiceDocument.Line, of document: InvoiceDocument) {
        csv.line(
            document.kind.rawValue, "\(document.number)", "\(document.issuedOn)", document.orderNumber,
            document.buyer.code ?? "", "\(line.number)", line.product, line.description, "\(line.quantity)",
            line.unit, "\(line.unitPrice)", line.discount.map { "\($0)" } ?? "", "\(line.amount)",
            line.category.rawValue, line.rate.map { "\($0)" } ?? "")
    }
}
