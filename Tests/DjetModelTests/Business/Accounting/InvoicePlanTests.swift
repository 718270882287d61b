import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct InvoicePlanTests {
    /// A session keeps the plans of its triggers while the invoices become many.
    @Test func plansOfATimeWithoutInvoicesReadNoIndexAsAWhole() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var placed: [InvoiceOrder] = []
            for _ in 1...3 {
                let order = PlaceOrder(lines: [.init(product: "P", quantity: 1, unitPrice: 5)])
                placed.append(InvoiceOrder(order: try await model.call(order).id))
            }
            let invoicing = placed
            // The statistics know a page without invoices: to a planner, all indexes of it are alike.
            await #expect(throws: Undone.self) {
                try await model.transaction { model in
                    _ = try await InvoiceOrder.run(invoicing, in: model)
                    throw Undone()
                }
            }
            try await database.store.query("vacuum (truncate off) accounting.invoice")
            let scans = try await model.transaction { model in
                let issued = try await InvoiceOrder.run(invoicing, in: model)
                for invoice in issued { _ = try invoice.get() }
                return try await model.database.first(
                    "select pg_stat_get_xact_numscans('accounting.invoice_by_day'::regclass)", as: Int.self)
            }
            #expect(scans == 0)
        }
    }

    private struct Undone: Error {}
}
