import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Several invoices for an order: of what was delivered, and of the rest.
@Suite struct PartialInvoiceTests {
    private func ship(_ quantity: Decimal, of order: Order.ID, in model: Model) async throws {
        _ = try await model.call(
            ShipOrder(order: order, lines: [LineQuantity(line: 1, quantity: quantity)]))
    }

    private func totals(of order: Order.ID, in model: Model) async throws -> [Decimal] {
        try await model.call(FindOrder(order: order)).invoices.map(\.total)
    }

    /// An order of 10, shipped as 4 and 6, and 3 of them come back.
    @Test func twoParcelsAreTwoInvoicesAndAReturnNamesItsInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.ordered(("A", 10), number: "7")
            let delivered = InvoiceOrder(order: order, of: .delivered)
            await model.refuses(delivered, "what is delivered of it comes to 0")
            try await ship(4, of: order, in: model)
            let first = try await model.call(delivered)
            #expect(try await model.call(delivered) == first, "nothing new: the last one")
            try await ship(6, of: order, in: model)
            let second = try await model.call(delivered)
            #expect([first, second].map(\.total) == [8, 12] && second.number == first.number + 1)
            let found = try await model.call(FindOrder(order: order))
            #expect(found.invoices.map(\.id) == [first.id, second.id] && found.order.total == 20)
            #expect(found.left.ordered == 0 && found.left.delivered == 0)
            #expect(try await model.call(InvoiceOrder(order: order)) == second)
            #expect(try await model.call(ListParcels()).parcels.count == 2)

            await model.refuses(
                ReturnLines(order: order, lines: [.init(line: 1, quantity: 11)]),
                "line 1: 11 come back, but of order 7 only 10 were delivered and 0 were returned before")
            let back = try await model.call(
                ReturnLines(order: order, lines: [.init(line: 1, quantity: 3)]))
            #expect(back.order.returnOf == "7" && back.order.lines.map(\.undoesLine) == [1])
            #expect(back.goods?.returnNumber == back.order.number)
            #expect(try await model.onHand() == ["A main 3/0"])
            let note = try await model.call(FindInvoice(invoice: try #require(back.creditNotes.first).id))
            #expect(note.kind == .creditNote && note.corrects == first.id && note.total == -6)
            #expect(note.lines.map(\.correctsLine) == [1] && back.creditNotes.count == 1)
            #expect(try await totals(of: order, in: model) == [8, 12, -6])
        }
    }

    /// The prices, discounts and quantities of lines, and how much of each is shipped at a time.
    @Test(arguments: [
        ("0.333", "0", "10", "3.3333"), ("0.05", "0.333333", "7", "0.7"), ("0.004", "0", "100", "1"),
        ("19.99", "0.125", "3", "1"), ("0.0049", "0.1", "1000", "333.3333"),
    ])
    func allPartsAddUpToTheOrder(price: String, discount: String, quantity: String, part: String) async throws
    {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            let (ordered, step) = (Decimal(string: quantity) ?? 0, Decimal(string: part) ?? 0)
            try await model.received(("A", ordered))
            let order = try await model.call(
                PlaceOrder(lines: [
                    .init(
                        product: "A", quantity: ordered, unitPrice: Decimal(string: price),
                        discount: Decimal(string: discount))
                ]))
            var left = ordered
            while left > 0 {
                try await ship(min(step, left), of: order.id, in: model)
                left -= min(step, left)
                // Of a part that costs nothing yet, there is no invoice.
                _ = try? await model.call(InvoiceOrder(order: order.id, of: .delivered))
            }
            let invoices = try await model.call(ListInvoices()).invoices
            #expect(invoices.map(\.total).reduce(0, +) == order.total && invoices.count > 1)
            for invoice in invoices {
                let whole = try await model.call(FindInvoice(invoice: invoice.id))
                let tax = try #require(whole.taxes.first)
                #expect(tax.net == whole.total && whole.tax == tax.tax)
                let line = try #require(whole.lines.first)
                let exact = line.quantity * line.unitPrice * (1 - (line.discount ?? 0))
                #expect(abs(line.amount - exact) <= Decimal(string: "0.01") ?? 0)
            }
            #expect(try await model.balance("1200") == invoices.map(\.gross).reduce(0, +))
        }
    }

    @Test func theRestIsInvoicedUndelivered() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10), ("B", 10))
            let order = try await model.ordered(("A", 10), ("B", 5))
            try await ship(4, of: order, in: model)
            _ = try await model.call(InvoiceOrder(order: order, of: .delivered))
            #expect(try await model.call(FindOrder(order: order)).left.ordered == 22)
            var open = ListOrders()
            open.state = .open
            #expect(try await model.call(open).orders.map(\.invoiced) == [8])
            let rest = try await model.call(FindInvoice(invoice: model.call(InvoiceOrder(order: order)).id))
            #expect(rest.lines.map(\.quantity) == [6, 5] && rest.lines.map(\.orderLine) == [1, 2])
            #expect(try await model.call(open).orders.isEmpty)
            try await ship(6, of: order, in: model)
            #expect(try await model.call(InvoiceOrder(order: order, of: .delivered)).id == rest.id)
        }
    }

    @Test func whatTakesOffTheTotalIsOnTheFirstInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.call(
                PlaceOrder(lines: [
                    .init(product: "A", quantity: 10, unitPrice: 10),
                    .init(product: "rebate", quantity: -1, unitPrice: 15),
                ]))
            let delivered = InvoiceOrder(order: order.id, of: .delivered)
            try await ship(1, of: order.id, in: model)
            await model.refuses(delivered, "comes to -5")
            try await ship(1, of: order.id, in: model)
            #expect(try await model.call(delivered).total == 5)
            try await ship(8, of: order.id, in: model)
            #expect(try await model.call(delivered).total == 80)
            #expect(try await totals(of: order.id, in: model).reduce(0, +) == order.total)
        }
    }

    @Test func anOrderIsClosedOnceItsDeliveriesAreInvoiced() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.ordered(("A", 10))
            for quantity in [1, 3] as [Decimal] {
                try await ship(quantity, of: order, in: model)
                if quantity == 3 {
                    await model.refuses(CloseOrder(order: order), "is not invoiced as far as it is delivered")
                }
                _ = try await model.call(InvoiceOrder(order: order, of: .delivered))
            }
            _ = try await model.call(CloseOrder(order: order))
            await model.refuses(
                ReturnLines(order: order, lines: [.init(line: 1, quantity: 5)]), "only 4 were delivered")
        }
    }

    @Test func deliveriesAreInvoicedOnceHoweverManyTry() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 40))
            var orders: [Order.ID] = []
            for _ in 0..<4 { orders.append(try await model.ordered(("A", 10))) }
            for quantity in [4, 6] as [Decimal] {
                for order in orders { try await ship(quantity, of: order, in: model) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for place in 0..<8 {
                        let some = orders.shuffled().map {
                            InvoiceOrder(order: $0, of: place == 0 && quantity == 6 ? nil : .delivered)
                        }
                        group.addTask {
                            let results = try await model.transaction {
                                try await InvoiceOrder.run(some, in: $0)
                            }
                            for result in results { _ = try result.get() }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            for order in orders {
                #expect(try await totals(of: order, in: model) == [8, 12])
            }
        }
    }

    @Test func noMoreIsInvoicedThanIsOrdered() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("A", 10), number: "7")
            _ = try await model.call(InvoiceOrder(order: order))
            let error = await #expect(throws: StoreError.self) {
                try await database.store.withConnection {
                    try await $0.run(
                        script: """
                            insert into accounting.invoice (
                              number, order_id, part, issued_on, line_count, total, kind, order_number)
                            values (2, \(order), 2, '2026-11-21', 1, 2, 'invoice', '7');
                            insert into accounting.invoice_line (
                              invoice_id, line_number, quantity, unit_price, amount, product_code, description,
                              order_line)
                            select max(id), 1, 1, 2, 2, 'A', 'A', 1
                            from accounting.invoice
                            """)
                }
            }
            #expect(error?.sqlState?.rawValue == "DJ409" && error?.message.contains("11 of 10") == true)
        }
    }

    @Test func allThatIsDeliveredIsInvoicedByJobs() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model([InvoiceOrder.self, InvoiceOpenOrders.self])
            try await model.received(("A", 100))
            let partly = try await model.ordered(("A", 10))
            let waiting = try await model.ordered(("A", 10))
            try await ship(2, of: partly, in: model)
            try await withWorker(model, configuration: .init(slots: 1)) {
                let first = try await model.offload(InvoiceOpenOrders(of: .delivered)).value
                #expect(first.invoices == 1 && first.failed.isEmpty)
                #expect(try await model.call(WorkToDo()).toInvoice == 1, "the one that waits")
                let all = try await model.offload(InvoiceOpenOrders()).value
                #expect(all.invoices == 1 && all.failed.isEmpty, "not the rest of an order by deliveries")
                try await ship(3, of: partly, in: model)
                try await ship(3, of: waiting, in: model)
                #expect(try await model.call(WorkToDo()).toInvoice == 1)
                let second = try await model.offload(InvoiceOpenOrders(of: .delivered)).value
                #expect(second.invoices == 1 && second.failed.isEmpty)
            }
            #expect(try await totals(of: partly, in: model) == [4, 6])
            #expect(try await totals(of: waiting, in: model) == [20])
        }
    }
}
