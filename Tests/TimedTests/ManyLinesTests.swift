import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The statistics of a shop of small orders mislead the planner about a large one: joins of its lines would
/// be nested loops, which take minutes.
@Suite struct ManyLinesTests {
    private static let count = 12_000

    @Test func anOrderOfManyLinesIsBookedAndTakenBackInSeconds() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await bookSmallOrders(in: model)
            let lines = (1...Self.count).map { LineQuantity(line: $0, quantity: 1) }
            // In a transaction, whose rows the statistics never see.
            try await model.transaction { model in
                try await model.database.query("set local statement_timeout = '20s'")
                let order = try await model.call(
                    PlaceOrder(number: "LARGE", lines: lineOfEach(quantity: 2))
                ).id
                _ = try await model.call(ReserveOrder(order: order, lines: lines))
                _ = try await model.call(ReserveOrder(order: order))
                _ = try await model.call(ShipOrder(order: order, lines: lines))
                _ = try await model.call(InvoiceOrder(order: order, of: .delivered))
                _ = try await model.call(ShipOrder(order: order))
                _ = try await model.call(InvoiceOrder(order: order))
                // By its lines, and by its product alone.
                _ = try await model.call(ReturnLines(order: order, lines: lines))
                let back = try await model.call(
                    PlaceOrder(kind: .return, returnOf: "LARGE", lines: lineOfEach(quantity: -1)))
                let note = try await model.call(InvoiceOrder(order: back.id))
                #expect(note.total == -2 * Decimal(Self.count))
                #expect(try await model.call(FindOrder(order: order)).left.ordered == 0)
            }
        }
    }

    private func lineOfEach(quantity: Decimal) -> [PlaceOrder.Line] {
        Array(repeating: .init(product: "P", quantity: quantity, unitPrice: 2), count: Self.count)
    }

    private func bookSmallOrders(in model: Model) async throws {
        let goods = StockLine(product: "P", quantity: Decimal(4 * Self.count), description: "A product")
        _ = try await model.call(ReceiveGoods(lines: [goods]))
        for _ in 1...20 {
            let line = PlaceOrder.Line(product: "P", quantity: 1, unitPrice: 2)
            let order = try await model.call(PlaceOrder(lines: [line])).id
            _ = try await model.call(ShipOrder(order: order))
            _ = try await model.call(InvoiceOrder(order: order))
        }
        try await model.store.query("analyze")
    }
}
