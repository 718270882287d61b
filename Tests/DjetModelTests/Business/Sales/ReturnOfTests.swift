import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Returns that name the order that they undo.
@Suite struct ReturnOfTests {
    private static func back(_ quantity: Decimal, of number: String) -> PlaceOrder {
        PlaceOrder(
            kind: .return, returnOf: number, lines: [.init(product: "A", quantity: -quantity)])
    }

    @Test func noMoreComesBackThanWasDelivered() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.call(
                PlaceOrder(
                    number: "7", customer: "K",
                    lines: [.init(product: "A", quantity: 10, unitPrice: 3, discount: 0.1)]))
            await model.refuses(Self.back(1, of: "7"), "only 0 of order 7 are delivered")
            for quantity in [4, 6] as [Decimal] {
                _ = try await model.call(
                    ShipOrder(order: order.id, lines: [LineQuantity(line: 1, quantity: quantity)]))
            }
            await model.refuses(Self.back(11, of: "7"), "only 10 of order 7 are delivered")
            let placed = try await model.call(Self.back(3, of: "7"))
            #expect(placed.returnOf == "7" && placed.customer == "K", "the customer is the order's")
            #expect(placed.total == Decimal(string: "-8.1"), "price and discount are the order's")
            await model.refuses(Self.back(8, of: "7"), "only 7 of order 7")
            await model.refuses(
                InvoiceOrder(order: placed.id), "before order 7, which it undoes, is invoiced")

            _ = try await model.call(CancelOrder(order: placed.id))
            let again = try await model.call(Self.back(10, of: "7"))
            let invoice = try await model.call(InvoiceOrder(order: order.id))
            let credited = try await model.call(InvoiceOrder(order: again.id))
            let note = try await model.call(FindInvoice(invoice: credited.id))
            #expect(note.kind == .creditNote && note.corrects == invoice.id && note.correctsNumber == 1)
            #expect(note.total == -invoice.total)
            await #expect(throws: StoreError.self) {
                try await database.store.query("update accounting.invoice set corrects = null")
            }
            await model.refuses(
                ReserveOrder(order: again.id), "Receive its goods by order 7, which it undoes")
        }
    }

    @Test func anInvoiceAndItsCreditNoteAreIssuedTogether() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("A", 10), number: "7")
            _ = try await model.call(ShipOrder(order: order))
            let back = try await model.call(Self.back(3, of: "7"))
            let issued = try await InvoiceOrder.run(
                [InvoiceOrder(order: back.id), InvoiceOrder(order: order)], in: model
            ).map { try $0.get() }
            #expect(issued.map(\.kind) == [.creditNote, .invoice])
            let note = try await model.call(FindInvoice(invoice: issued[0].id))
            #expect(note.corrects == issued[1].id)
        }
    }

    @Test func theRestOfAClosedOrderIsCredited() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("A", 10), number: "7")
            _ = try await model.call(InvoiceOrder(order: order))
            await model.refuses(Self.back(10, of: "7"), "close it first")
            _ = try await model.call(CloseOrder(order: order))
            #expect(try await model.call(Self.back(10, of: "7")).total == -20)
        }
    }

    @Test func twoReturnsAtOnceDoNotTakeTheSame() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("A", 10), number: "7")
            _ = try await model.call(ShipOrder(order: order))
            let placed = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { (try? await model.call(Self.back(3, of: "7"))) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(placed == 3)
        }
    }

    @Test func whatNamesNoOrderIsAsBefore() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let line = PlaceOrder.Line(product: "A", quantity: -1, unitPrice: 1)
            let plain = try await model.call(PlaceOrder(kind: .return, lines: [line]))
            let note = try await model.call(InvoiceOrder(order: plain.id))
            #expect(try await model.call(FindInvoice(invoice: note.id)).corrects == nil)
            _ = try await model.call(
                PlaceOrder(number: "q", quote: true, lines: [.init(product: "A", quantity: 1, unitPrice: 1)]))
            await model.refuses(Self.back(1, of: "q"), "q is a quote: no return undoes it")
            let error = await #expect(throws: ModelError.self) { try await model.call(Self.back(1, of: "x")) }
            guard case .notFound? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}
