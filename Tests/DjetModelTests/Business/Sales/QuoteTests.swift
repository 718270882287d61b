import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The life of an order: quote, confirmed, cancelled or closed.
@Suite struct QuoteTests {
    private static func line(_ quantity: Decimal, _ price: Decimal? = 10) -> PlaceOrder.Line {
        .init(product: "A", quantity: quantity, unitPrice: price)
    }

    @Test func aQuoteChangesUntilItIsConfirmed() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let placed = try await model.call(
                PlaceOrder(customer: "K", quote: true, lines: [Self.line(3), Self.line(4)]))
            #expect(placed.status == .quote && placed.total == 70)
            await model.refuses(ShipOrder(order: placed.id), "is a quote: it is not shipped")
            await model.refuses(ReserveOrder(order: placed.id), "is a quote")
            await model.refuses(InvoiceOrder(order: placed.id), "it is a quote; confirm it first")
            #expect(try await model.call(ListToShip()).orders.isEmpty)

            var change = ChangeOrder(order: placed.id)
            (change.lines, change.country) = ([Self.line(5)], "Denmark")
            change.deliveryAddress = Address(lines: ["Elsewhere"], countryCode: "Denmark")
            let changed = try await model.call(change)
            #expect(changed.total == 50 && changed.lineCount == 1 && changed.country == "Denmark")
            #expect(changed.customer == "K", "what is not said stays")

            var customer = SetCustomer(code: "K")
            customer.invoiceAddress = Address(lines: ["Road 1"], city: "Aarhus")
            customer.deliveryAddress = Address(lines: ["Road 2"])
            _ = try await model.call(customer)
            let confirmed = try await model.call(ConfirmOrder(order: placed.id))
            customer.invoiceAddress = Address(lines: ["Moved 9"])
            _ = try await model.call(customer)
            #expect(try await model.call(ConfirmOrder(order: placed.id)) == confirmed, "as it is")
            #expect(confirmed.status == .confirmed)
            #expect(confirmed.invoiceAddress == Address(lines: ["Road 1"], city: "Aarhus"))
            #expect(confirmed.deliveryAddress == Address(lines: ["Elsewhere"], countryCode: "DK"))
            #expect(try await model.call(ListToShip()).orders.map(\.id) == [placed.id])
            await model.refuses(change, "is confirmed: only a quote can be changed")
            _ = try await model.call(ShipOrder(order: placed.id))
            #expect(try await model.call(InvoiceOrder(order: placed.id)).total == 50)
        }
    }

    @Test func whatIsConfirmedIsFrozenInSQLAsWell() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(PlaceOrder(number: "1", lines: [Self.line(3)]))
            for change in [
                "update sales.order set status = 'quote'", "update sales.order set currency = 'EUR'",
                "update sales.order set invoice_address = '{}'", "update sales.order_line set discount = 0.5",
                "update sales.order set number = '2'", "delete from sales.order_line",
            ] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(Statement(text: change))
                }
                #expect(error?.sqlState?.rawValue == "DJ409", "\(change)")
            }
            let quote = try await model.call(PlaceOrder(number: "2", quote: true, lines: [Self.line(1)]))
            try await database.store.query("delete from sales.order_line where order_number = '2'")
            await #expect(throws: (any Error).self) {
                try await model.call(ConfirmOrder(order: quote.id))
            }
        }
    }

    @Test func anOrderIsCancelledWhileNothingHasCome() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.ordered(("A", 6))
            _ = try await model.call(ReserveOrder(order: order))
            #expect(try await model.call(CancelOrder(order: order)).status == .cancelled)
            #expect(try await model.onHand() == ["A main 10/0"], "what was reserved is free")
            #expect(try await model.call(ListToShip()).orders.isEmpty)
            await model.refuses(ShipOrder(order: order), "is cancelled")
            await model.refuses(InvoiceOrder(order: order), "it is cancelled")
            await model.refuses(ConfirmOrder(order: order), "cannot become confirmed")
            #expect(try await model.call(OrderTotals()).orders == 0)

            let shipped = try await model.ordered(("A", 6))
            let part = [LineQuantity(line: 1, quantity: 4)]
            _ = try await model.call(ShipOrder(order: shipped, lines: part))
            await model.refuses(CancelOrder(order: shipped), "is shipped: it cannot be cancelled")
            await model.refuses(CloseOrder(order: shipped), "Invoice it first")
            _ = try await model.call(InvoiceOrder(order: shipped))
            await model.refuses(CancelOrder(order: shipped), "Return the lines that come back")
            _ = try await model.call(ReserveOrder(order: shipped))
            #expect(try await model.call(CloseOrder(order: shipped)).status == .closed)
            #expect(try await model.onHand() == ["A main 6/0"])
            await model.refuses(ShipOrder(order: shipped), "is closed")
            var list = ListOrders()
            list.status = .closed
            #expect(try await model.call(list).orders.map(\.id) == [shipped])
        }
    }

    @Test func shippingAndCancellingAtOnceAgree() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            for _ in 0..<8 {
                let order = try await model.ordered(("FEE", 1))
                async let shipping = try? model.call(ShipOrder(order: order))
                async let cancelling = try? model.call(CancelOrder(order: order))
                let (parcel, cancelled) = (await shipping, await cancelling)
                #expect((parcel == nil) != (cancelled == nil), "one of the two")
            }
        }
    }
}
