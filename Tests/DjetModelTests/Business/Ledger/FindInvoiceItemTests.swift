import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct FindInvoiceItemTests {
    @Test func anInvoiceNamesWhatSettlesIt() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let invoice = try await model.invoiced(100)
            let quiet = try await model.call(FindInvoiceItem(invoice: invoice.id))
            #expect(quiet.open == 100 && quiet.settled.isEmpty)
            #expect(quiet.dueOn > invoice.issuedOn)
            let payment = try await model.call(RecordPayment(amount: 60, customer: "K"))
            let note = try await model.invoiced(-10)
            _ = try await model.call(SettleCredits(customer: "K"))
            let item = try await model.call(FindInvoiceItem(invoice: invoice.id))
            #expect(item.open == 30 && item.settled.map(\.amount) == [60, 10])
            #expect(item.settled.map(\.paymentId) == [payment.id, nil])
            #expect(item.settled.map(\.invoiceId) == [nil, note.id])
            #expect(item.settled.last?.kind == .creditNote && item.settled.last?.number == 1)
            #expect(try await model.call(FindInvoiceItem(invoice: note.id)).settled.map(\.amount) == [10])
            let entry = try await model.call(FindEntry(entry: item.entryId))
            #expect(entry.source == "invoice" && entry.sourceId == invoice.id)
        }
    }

    @Test func aReversedPaymentSettlesNothing() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let invoice = try await model.invoiced(100)
            let payment = try await model.call(RecordPayment(amount: 100, customer: "K"))
            let paid = try await model.call(FindInvoiceItem(invoice: invoice.id))
            #expect(paid.open == 0 && paid.settled.map(\.entryId) == [payment.entryId])
            _ = try await model.call(ReverseEntry(entry: payment.entryId))
            let open = try await model.call(FindInvoiceItem(invoice: invoice.id))
            #expect(open.open == 100 && open.settled.isEmpty)
            await #expect(throws: ModelError.notFound("there is no invoice with the id 9")) {
                try await model.call(FindInvoiceItem(invoice: 9))
            }
        }
    }
}
