import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ListInvoicesTests {
    @Test func invoicesAreListedAndFiltered() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(clock: clock)
            for number in ["100", "C1", "101", "200"] {
                let isReturn = number.hasPrefix("C")
                let order = try await model.call(
                    PlaceOrder(
                        number: number, customer: number == "200" ? "B" : "A",
                        kind: isReturn ? .return : .order,
                        lines: [.init(product: "P", quantity: isReturn ? -1 : 1, unitPrice: 3)]))
                _ = try await model.call(InvoiceOrder(order: order.id))
                clock.advance(by: 86_400)
            }
            func orders(_ change: (inout ListInvoices) -> Void) async throws -> [String] {
                var list = ListInvoices()
                change(&list)
                return try await model.call(list).invoices.map(\.orderNumber)
            }
            #expect(try await orders { _ in } == ["200", "101", "C1", "100"])
            #expect(try await orders { $0.kind = .creditNote } == ["C1"])
            #expect(try await orders { $0.number = 1 } == ["C1", "100"])
            #expect(try await orders { $0.customer = "B" } == ["200"])
            #expect(try await orders { $0.order = "10" } == ["101", "100"])
            #expect(try await orders { $0.from = Day("2026-11-22") } == ["200", "101", "C1"])
            #expect(try await orders { $0.to = Day("2026-11-21") } == ["100"])
            var list = ListInvoices()
            list.limit = 3
            let first = try await model.call(list)
            list.after = first.next
            let second = try await model.call(list)
            #expect(first.invoices.count == 3 && second.invoices.map(\.orderNumber) == ["100"])
            #expect(second.next == nil)
        }
    }
}
