import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Credit notes are taxed as the invoices that they correct.
@Suite struct CreditNoteTaxTests {
    @Test func aCreditNoteCarriesWhatItUndoes() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock(Date(timeIntervalSince1970: 1_609_416_000))
            let model = database.model(clock: clock)
            try await model.sells()
            try await model.classed()
            let invoice = try await model.taxed(
                ("reduced", 3, "0.33"), ("exempt", 2, "10"), number: "7", customer: "K")
            #expect(invoice.taxTexts == ["S 0.05 0.99 0.05", "E 0 20 0"])
            _ = try await model.call(CloseOrder(order: invoice.orderId))
            // Another day, class, and seller.
            clock.advance(by: 86_400)
            var product = SetProduct(code: "reduced")
            product.taxClass = .zero
            _ = try await model.call(product)
            for clear in [nil, [SetSeller.Field.vatId]] {
                _ = try await model.call(SetSeller(clear: clear))
                let order = try await model.call(
                    PlaceOrder(
                        kind: .return, returnOf: "7",
                        lines: [
                            .init(product: "reduced", quantity: -1), .init(product: "exempt", quantity: -1),
                        ]))
                let note = try await model.invoice(order.id)
                #expect(note.corrects == invoice.id)
                #expect(note.taxTexts == ["S 0.05 -0.33 -0.02", "E 0 -10 0"])
                #expect(note.gross == Decimal(string: "-10.35"))
            }
            #expect(try await model.balance("2200") == Decimal(string: "-0.01"))
            #expect(try await model.open("K").reduce(0, +) == Decimal(string: "0.34"))
        }
    }

    @Test func whatWasOutsideOfTaxStaysThere() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let invoice = try await model.taxed(("A", 1, "10"), number: "7")
            _ = try await model.call(CloseOrder(order: invoice.orderId))
            try await model.sells()
            let order = try await model.call(
                PlaceOrder(kind: .return, returnOf: "7", lines: [.init(product: "A", quantity: -1)]))
            let note = try await model.invoice(order.id)
            #expect(note.taxTexts == ["O - -10 0"] && note.tax == nil && note.gross == -10)
        }
    }

    @Test func anInvoiceAndItsCreditNoteAreIssuedTogether() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            try await model.received(("A", 10))
            let order = try await model.ordered(("A", 10), number: "7")
            _ = try await model.call(ShipOrder(order: order))
            let back = try await model.call(
                PlaceOrder(kind: .return, returnOf: "7", lines: [.init(product: "A", quantity: -5)]))
            let issued = try await InvoiceOrder.run(
                [InvoiceOrder(order: back.id), InvoiceOrder(order: order)], in: model
            ).map { try $0.get() }
            #expect(issued.map(\.tax) == [Decimal(string: "-1.9"), Decimal(string: "3.8")])
        }
    }
}
