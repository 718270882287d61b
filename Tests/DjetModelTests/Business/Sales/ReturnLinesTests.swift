import DjetModel
import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

/// Returns by line: the goods, and the credit notes.
@Suite struct ReturnLinesTests {
    private static func back(_ quantity: Decimal, of order: Order.ID, key: String? = nil) -> ReturnLines {
        ReturnLines(order: order, lines: [LineQuantity(line: 1, quantity: quantity)], key: key)
    }

    /// Places an order of 10, of which 4 and 6 are shipped and invoiced.
    private func invoiced(
        price: String = "0.333", discount: String = "0.1", in model: Model
    ) async throws -> Order {
        try await model.received(("A", 10))
        let order = try await model.call(
            PlaceOrder(
                number: "7", customer: "K",
                lines: [
                    .init(
                        product: "A", quantity: 10, unitPrice: Decimal(string: price),
                        discount: Decimal(string: discount))
                ]))
        for quantity in [4, 6] as [Decimal] {
            _ = try await model.call(
                ShipOrder(order: order.id, lines: [LineQuantity(line: 1, quantity: quantity)]))
            _ = try await model.call(InvoiceOrder(order: order.id, of: .delivered))
        }
        return order
    }

    @Test func aReturnOverTwoInvoicesGetsTwoCreditNotes() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            let order = try await invoiced(in: model)
            // Another seller by now: a credit note is taxed as its invoice.
            _ = try await model.call(SetSeller(clear: [.vatId]))
            var notes: [Invoice] = []
            for quantity in [3, 3, 4] as [Decimal] {
                let returned = try await model.call(Self.back(quantity, of: order.id))
                for note in returned.creditNotes {
                    notes.append(try await model.call(FindInvoice(invoice: note.id)))
                }
            }
            #expect(notes.map { $0.lines.map(\.quantity) } == [[-3], [-1], [-2], [-4]])
            let invoices = try await model.call(FindOrder(order: order.id)).invoices.filter {
                $0.kind == .invoice
            }
            #expect(notes.map(\.corrects) == [0, 0, 1, 1].map { invoices[$0].id })
            #expect(notes.allSatisfy { $0.lines.map(\.correctsLine) == [1] && $0.customer == "K" })
            for invoice in invoices {
                let credited = notes.filter { $0.corrects == invoice.id }.map(\.total).reduce(0, +)
                #expect(credited == -invoice.total, "to the cent")
            }
            #expect(notes.allSatisfy { $0.taxes.map(\.rate) == [Decimal(string: "0.19")] })
            #expect(try await model.onHand() == ["A main 10/0"])
            await model.refuses(Self.back(1, of: order.id), "only 10 were delivered and 10 were returned")
            #expect(try await model.call(FindOrder(order: order.id)).returns.count == 3)
        }
    }

    @Test func aReturnWaitsForItsInvoice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.ordered(("A", 10), number: "7")
            _ = try await model.call(ShipOrder(order: order, lines: [.init(line: 1, quantity: 4)]))
            let invoice = try await model.call(InvoiceOrder(order: order, of: .delivered))
            _ = try await model.call(ShipOrder(order: order))
            let returned = try await model.call(Self.back(7, of: order))
            #expect(returned.creditNotes.isEmpty && returned.goods != nil)
            let credit = InvoiceOrder(order: returned.order.id)
            await model.refuses(credit, "is invoiced as far as it comes back")
            _ = try await model.call(InvoiceOrder(order: order, of: .delivered))
            _ = try await model.call(credit)
            let found = try await model.call(FindOrder(order: returned.order.id))
            #expect(found.invoices.map(\.total) == [-8, -6])
            #expect(invoice.total == 8)
        }
    }

    @Test func goodsThatAreThereAreNotReceivedAgain() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await invoiced(in: model)
            _ = try await model.call(
                ReceiveReturn(order: order.id, lines: [LineQuantity(line: 1, quantity: 2)]))
            let first = try await model.call(Self.back(1, of: order.id, key: "one"))
            #expect(first.goods == nil && first.creditNotes.count == 1)
            let second = try await model.call(Self.back(3, of: order.id, key: "two"))
            #expect(second.goods?.lines.map(\.quantity) == [2], "one of the three was there")
            #expect(try await model.onHand() == ["A main 4/0"])
            #expect(try await model.call(Self.back(3, of: order.id, key: "two")) == second)
            await model.refuses(Self.back(2, of: order.id, key: "two"), "under this key")
        }
    }

    @Test func theRestOfAClosedOrderIsCreditedAlone() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("A", 10))
            _ = try await model.call(InvoiceOrder(order: order))
            await model.refuses(CancelOrder(order: order), "Close the order, then return its lines")
            _ = try await model.call(CloseOrder(order: order))
            let returned = try await model.call(Self.back(10, of: order))
            #expect(returned.goods == nil && returned.creditNotes.map(\.total) == [-20])
        }
    }

    @Test func aLineThatIsNamedIsTheOneThatComesBack() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10), ("B", 10))
            let order = try await model.call(
                PlaceOrder(
                    number: "7",
                    lines: ([("A", 2), ("B", 3), ("A", 5)] as [(String, Decimal)]).map {
                        .init(product: $0.0, quantity: 4, unitPrice: $0.1)
                    }))
            _ = try await model.call(ShipOrder(order: order.id))
            _ = try await model.call(InvoiceOrder(order: order.id))
            func back(_ product: String, _ quantity: Decimal, line: Int? = nil) -> PlaceOrder {
                PlaceOrder(
                    kind: .return, returnOf: "7",
                    lines: [.init(product: product, quantity: -quantity, undoesLine: line)])
            }
            #expect(try await model.call(back("A", 1, line: 3)).total == -5)
            let spread = try await model.call(back("A", 6))
            #expect(spread.lines.map(\.undoesLine) == [1, 3] && spread.lines.map(\.quantity) == [-4, -2])
            #expect(spread.total == -18, "each at its price")
            let note = try await model.invoice(spread.id)
            #expect(note.lines.map(\.correctsLine) == [1, 3] && note.lines.map(\.orderLine) == [1, 2])
            await model.refuses(back("A", 2, line: 3), "line 3: 2 come back")
            for (wrong, words) in [
                (back("B", 1, line: 3), "its product is A"),
                (back("B", 1, line: 9), "order 7 has the lines 1 to 3, and not this one"),
                (
                    PlaceOrder(
                        kind: .return, lines: [.init(product: "A", quantity: -1, unitPrice: 1, undoesLine: 1)]
                    ),
                    "name the order as well"
                ),
                (
                    PlaceOrder(
                        kind: .return, returnOf: "7", lines: [.init(product: "A", quantity: 1, undoesLine: 1)]
                    ),
                    "a quantity of this sign"
                ),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.call(wrong) }
                #expect(error?.message.contains(words) == true, "\(words)")
            }
        }
    }

    @Test func aRebateComesOffTheCreditOfItsGoods() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.call(
                PlaceOrder(lines: [
                    .init(product: "A", quantity: 10, unitPrice: 10),
                    .init(product: "rebate", quantity: -1, unitPrice: 15),
                ]))
            _ = try await model.call(ShipOrder(order: order.id))
            let invoice = try await model.call(InvoiceOrder(order: order.id, of: .delivered))
            #expect(invoice.total == 85)
            let lines = [LineQuantity(line: 1, quantity: 10), LineQuantity(line: 2, quantity: 1)]
            let returned = try await model.call(ReturnLines(order: order.id, lines: lines))
            #expect(returned.order.lines.map(\.amount) == [-100, 15])
            #expect(returned.creditNotes.map(\.total) == [-85])
            #expect(try await model.onHand() == ["A main 10/0"])
            await model.refuses(
                ReturnLines(order: order.id, lines: [lines[1]]), "only 1 were delivered and 1 were returned")
        }
    }

    @Test func returnsAtTheSameTimeCreditNothingTwice() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await invoiced(price: "1", discount: "0", in: model)
            let booked = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { (try? await model.call(Self.back(3, of: order.id))) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(booked == 3)
            let invoices = try await model.call(FindOrder(order: order.id)).invoices
            #expect(invoices.map(\.total).reduce(0, +) == 1)
            #expect(try await model.onHand() == ["A main 9/0"])
        }
    }

    /// A database that was invoiced from before invoices had parts.
    @Test func whatWasInvoicedBeforeIsReturnedByLine() async throws {
        try await withDatabase { database in
            let business = try Business.sql()
            let old = try SQLSet(home: "business", files: business.files.filter { ($0.number ?? 99) <= 16 })
            _ = try await Migrator([old]).migrate(database.store)
            for statement in [
                "insert into sales.product (code, name) values ('A', 'A'), ('B', 'B')",
                """
                insert into sales.order (ordered_on, line_count, total, number)
                values ('2026-01-01', 2, 10, 'O1')
                """,
                """
                insert into sales.order_line (order_number, line_number, product_code, quantity, unit_price, amount)
                values ('O1', 5, 'A', 2, 2, 4), ('O1', 9, 'B', 2, 3, 6)
                """,
                """
                insert into accounting.invoice (number, order_id, issued_on, line_count, total, kind, order_number)
                select 1, id, '2026-01-02', 2, 10, 'invoice', number
                from sales.order
                """,
                """
                insert into accounting.invoice_line (
                  invoice_id, line_number, quantity, unit_price, amount, product_code, description)
                select i.id, n, 2, n + 1, 2 * (n + 1), p, p
                from accounting.invoice i
                cross join (values (1, 'A'), (2, 'B')) l (n, p)
                """,
                "update accounting.number_series set last_number = 1 where kind = 'invoice'",
            ] as [Statement] {
                try await database.store.query(statement)
            }
            _ = try await Migrator([business]).migrate(database.store)
            let model = database.model()
            let order = try #require(try await model.call(ListOrders()).orders.first)
            #expect(try await model.call(FindOrder(order: order.id)).left.ordered == 0)
            _ = try await model.call(InvoiceOrder(order: order.id))
            _ = try await model.call(CloseOrder(order: order.id))
            let returned = try await model.call(
                ReturnLines(order: order.id, lines: [LineQuantity(line: 9, quantity: 1)]))
            let note = try await model.call(FindInvoice(invoice: try #require(returned.creditNotes.first).id))
            #expect(note.total == -3 && note.correctsNumber == 1 && note.lines.map(\.correctsLine) == [2])
        }
    }
}
