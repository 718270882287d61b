import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ExportDocumentsTests {
    @Test func whatCannotBeAFileDoesNotStopTheOthers() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.documented()
            let invoice = try await model.taxed(("standard", 1, "10"), number: "=7", customer: "DE")
            _ = try await model.credited(invoice)
            _ = try await model.taxed(("standard", 2, "10"))
            let output = try await model.call(ExportDocuments())
            #expect(output.documents == 2 && output.refusedCount == 1 && output.failure == nil)
            #expect(output.refused.first?.contains("its order names no customer") == true)
            let text = try await model.text(of: output.file)
            #expect(output.file.name == "documents.zip" && text.hasPrefix("PK"))
            for name in ["invoice-1.xml", "credit-note-1.xml", "lines.csv"] { #expect(text.contains(name)) }
            #expect(text.contains("invoice,1,2026-11-21,'=7,DE,1,standard,standard,1,H87,10,,10,S,0.19\r\n"))
            #expect(text.contains("credit-note,1,2026-11-21,"))
            let kept = try await database.store.first(
                "select count(*) from accounting.invoice_document", as: Int.self)
            #expect(kept == 2)
        }
    }

    @Test func anExportWithoutADocumentSaysWhy() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let invoice = try await model.taxed(("A", 1, "10"))
            for _ in 0..<4 { _ = try await model.taxed(("A", 1, "10")) }
            let output = try await model.call(ExportDocuments())
            #expect(output.documents == 0 && output.refusedCount == 5)
            let failure = try #require(output.failure)
            #expect(failure.hasPrefix("no document was exported: "), "\(failure)")
            #expect(failure.components(separatedBy: "set the seller (accounting.set-seller)").count == 4)
            #expect(failure.hasSuffix(". 2 more have none"), "\(failure)")
            let one = try await model.call(ExportDocuments(invoices: [invoice.id]))
            #expect(one.failure?.contains("more have none") == false)
        }
    }

    @Test func atMostAThousandAreChosen() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            await #expect(throws: ModelError.notFound("no invoice matches")) {
                try await model.call(ExportDocuments())
            }
            await #expect(throws: ModelError.invalid("choose at most 1000 invoices (got 1001)")) {
                try await model.call(ExportDocuments(invoices: Array(1...1_001)))
            }
            await #expect(throws: ModelError.notFound("no invoice matches")) {
                try await model.call(ExportDocuments(invoices: [42]))
            }
        }
    }
}
