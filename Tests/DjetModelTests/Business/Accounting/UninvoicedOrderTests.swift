import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The orders that are to be invoiced, which triggers keep.
@Suite struct UninvoicedOrderTests {
    /// Expects the orders of these ids, by the list of open ones and by its definition.
    private func expect(
        _ orders: [Order.ID], in database: TestDatabase, _ reason: Comment,
        at place: SourceLocation = #_sourceLocation
    ) async throws {
        var list = ListOrders()
        list.state = .open
        let open = try await database.model().call(list).orders.map(\.id)
        #expect(Set(open) == Set(orders), reason, sourceLocation: place)
        let differences = try await database.store.first(
            """
            select count(*)
            from (
              select o.id as order_id, o.ordered_on
              from sales.order o
              cross join lateral (
                select count(*) as parts, coalesce(sum(i.total), 0) as total
                from accounting.invoice i
                where i.order_id = o.id
              ) i
              where o.status = 'confirmed'
                and o.currency is null
                and o.total <> 0
                and case when o.is_return then i.parts = 0 else i.total <> o.total end
            ) o
            full join accounting.uninvoiced_order u using (order_id, ordered_on)
            where o.order_id is null
              or u.order_id is null
            """, as: Int.self)
        #expect(differences == 0, reason, sourceLocation: place)
    }

    private func place(
        _ price: Decimal, kind: Order.Kind = .order, quote: Bool = false, in model: Model
    ) async throws -> Order.ID {
        let quantity: Decimal = kind == .return ? -10 : 10
        return try await model.call(
            PlaceOrder(
                kind: kind, quote: quote, lines: [.init(product: "A", quantity: quantity, unitPrice: price)])
        ).id
    }

    @Test func theyFollowTheirInvoices() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 100))
            let order = try await place(2, in: model)
            let back = try await place(2, kind: .return, in: model)
            _ = try await place(0, in: model)
            try await expect([order, back], in: database, "a free order is never invoiced")

            let part = ShipOrder(order: order, lines: [LineQuantity(line: 1, quantity: 4)])
            _ = try await model.call(part)
            _ = try await model.call(InvoiceOrder(order: order, of: .delivered))
            try await expect([order, back], in: database, "the rest is left")
            _ = try await model.call(InvoiceOrder(order: back))
            try await expect([order], in: database, "a return is credited once")
            _ = try await model.call(InvoiceOrder(order: order))
            try await expect([], in: database, "both parts are the order")
            var list = ListOrders()
            list.state = .invoiced
            #expect(try await model.call(list).orders.map(\.id) == [back, order])
        }
    }

    @Test func theyFollowTheirStatus() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 100))
            let quote = try await place(2, quote: true, in: model)
            try await expect([], in: database, "a quote is not invoiced")
            _ = try await model.call(ConfirmOrder(order: quote))
            let other = try await place(3, in: model)
            try await expect([quote, other], in: database, "a confirmed one is")
            _ = try await model.call(CancelOrder(order: other))
            try await expect([quote], in: database, "a cancelled one is not")
            _ = try await model.call(
                ShipOrder(order: quote, lines: [LineQuantity(line: 1, quantity: 4)]))
            _ = try await model.call(InvoiceOrder(order: quote, of: .delivered))
            _ = try await model.call(CloseOrder(order: quote))
            try await expect([], in: database, "what is left of a closed one is given up")
        }
    }
}
