import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct PrintInvoicesTests {
    /// Lays out the numbers alone.
    private struct Numbers: DocumentPrinter {
        func page(of documents: [InvoiceDocument]) -> String {
            documents.map { "\($0.kind.rawValue) \($0.number)" }.joined(separator: ", ")
        }
    }

    /// Returns the page itself.
    private struct Copier: PDFConverter {
        func pdf(of page: String) -> [UInt8] { Array(page.utf8) }
    }

    @Test func aSetOfInvoicesBecomesOneFile() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model().providing(Numbers(), as: (any DocumentPrinter).self)
            let printing = model.providing(Copier(), as: (any PDFConverter).self)
            var invoices: [Int] = []
            for number in ["1", "2", "C1"] {
                let quantity: Decimal = number == "C1" ? -1 : 1
                let order = try await model.call(
                    PlaceOrder(
                        number: number, customer: number == "2" ? "B" : "A",
                        kind: quantity < 0 ? .return : .order,
                        lines: [.init(product: "P", quantity: quantity, unitPrice: 3)]))
                invoices.append(try await model.call(InvoiceOrder(order: order.id)).id)
            }
            func printed(_ change: (inout PrintInvoices) -> Void) async throws -> String {
                var print = PrintInvoices()
                change(&print)
                let file = try await printing.call(print)
                return try await "\(file.name): \(model.text(of: file))"
            }
            #expect(try await printed { _ in } == "invoices.pdf: invoice 1, invoice 2, credit-note 1")
            #expect(try await printed { $0.customer = "B" } == "invoice-2.pdf: invoice 2")
            #expect(try await printed { $0.kind = .creditNote } == "credit-note-1.pdf: credit-note 1")
            #expect(
                try await printed { $0.invoices = [invoices[2], invoices[0]] }
                    == "invoices.pdf: invoice 1, credit-note 1")
            await #expect(throws: ModelError.self) { try await model.call(PrintInvoices()) }
        }
    }
}
