import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Discounts, prices from lists, and currencies.
@Suite struct DiscountTests {
    @Test func anAmountIsRoundedAfterTheDiscount() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            // 3 * 0.15 * 0.85 = 0.3825, and 1 * 0.10 * 0.95 = 0.095, half away from zero.
            let order = try await model.call(
                PlaceOrder(
                    lines: [("0.15", 3, "0.15"), ("0.1", 1, "0.05"), ("0.1", 1, "0")].map {
                        .init(
                            product: "A", quantity: $0.1, unitPrice: Decimal(string: $0.0),
                            discount: Decimal(string: $0.2))
                    }))
            #expect(order.lines.map(\.amount).map { "\($0)" } == ["0.38", "0.1", "0.1"])
            #expect(order.lines.map(\.discount) == [Decimal(string: "0.15"), Decimal(string: "0.05"), nil])
            let issued = try await model.call(InvoiceOrder(order: order.id))
            let invoice = try await model.call(FindInvoice(invoice: issued.id))
            #expect(invoice.lines.map(\.discount) == order.lines.map(\.discount))
            #expect(invoice.total == Decimal(string: "0.58"))
            for discount in ["1.01", "-0.1", "0.0000001"] {
                let wrong = PlaceOrder(
                    lines: [
                        .init(product: "A", quantity: 1, unitPrice: 1, discount: Decimal(string: discount))
                    ])
                await #expect(throws: ModelError.self) { try await model.call(wrong) }
            }
        }
    }

    @Test func aLineWithoutAnAmountGetsOneAndNoOtherIsTaken() async throws {
        try await withDatabase(business: true) { database in
            let insert =
                "insert into sales.order (ordered_on, line_count, total, number) values ('2020-01-01', 1, 1.8, '1')"
            let line =
                "insert into sales.order_line (line_number, order_number, product_code, quantity, unit_price, discount"
            try await database.store.query("insert into sales.product (code, name) values ('A', 'A')")
            try await database.store.query(Statement(text: insert))
            await #expect(throws: StoreError.self) {
                try await database.store.query(
                    Statement(text: line + ", amount) values (1, '1', 'A', 1, 2, 0.1, 2)"))
            }
            try await database.store.query(Statement(text: line + ") values (1, '1', 'A', 1, 2, 0.1)"))
        }
    }

    @Test func aPriceThatNobodyGivesIsThatOfTheList() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let line = PlaceOrder.Line(product: "A", quantity: 2)
            let error = await #expect(throws: ModelError.self) {
                try await model.call(PlaceOrder(orderedOn: Day("2026-11-30"), lines: [line]))
            }
            let reason = "line 1: A has no price on 2026-11-30: give unitPrice, or set one (sales.set-price)"
            #expect(error?.message.contains(reason) == true)
            _ = try await model.call(SetProduct(code: "A"))
            for (list, currency, price) in [("e", "EUR", 5), ("k", "DKK", 40)] as [(String, String, Decimal)]
            {
                _ = try await model.call(SetPriceList(code: list, currency: currency))
                _ = try await model.call(
                    SetPrice(list: list, product: "A", from: Day("2020-01-01"), unitPrice: price))
            }
            #expect(try await model.call(SetCurrency(currency: "dkk")) == "DKK")
            #expect(try await model.call(PlaceOrder(lines: [line])).total == 80)
            #expect(try await model.call(PlaceOrder(currency: "DKK", lines: [line])).currency == nil)
            let foreign = try await model.call(PlaceOrder(currency: "EUR", lines: [line]))
            #expect(foreign.total == 10 && foreign.currency == "EUR")
            await model.refuses(InvoiceOrder(order: foreign.id), "it is in EUR, and the books are not")
            let totals = try await model.call(OrderTotals())
            #expect(totals.orders == 2 && totals.netTotal == 160)
            #expect(totals.foreign.map(\.currency) == ["EUR"] && totals.foreign.map(\.netTotal) == [10])
            await model.refuses(SetCurrency(currency: "EUR"), "its currency stays")
        }
    }
}
