import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct PlaceOrderTests {
    @Test func anAmountIsRoundedHalfAwayFromZeroPerLine() async throws {
        try await withDatabase { database in
            let order = try await database.model().call(
                PlaceOrder(
                    number: "100", customer: "C-1", country: "Denmark",
                    lines: [
                        .init(product: "A", quantity: 3, unitPrice: Decimal(string: "0.335") ?? 0),
                        .init(product: "B", quantity: 1, unitPrice: Decimal(string: "2.675") ?? 0),
                    ]))
            #expect(order.lines.map(\.amount) == [Decimal(string: "1.01"), Decimal(string: "2.68")])
            #expect(order.total == Decimal(string: "3.69"))
            #expect(!order.isReturn)
            #expect(order.orderedOn.description == "2026-11-21", "the day of the model's clock")
        }
    }

    @Test func whatBreaksARuleIsRefusedWithItsReason() async throws {
        try await withDatabase { database in
            let model = database.model()
            for (quantity, price) in [(0, 1), (-1, 1), (1, -1)] as [(Decimal, Decimal)] {
                let order = PlaceOrder(
                    number: "7", lines: [.init(product: "A", quantity: quantity, unitPrice: price)])
                let error = await #expect(throws: ModelError.self) { try await model.call(order) }
                guard case .invalid(let text)? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(!text.isEmpty)
            }
            let totals = try await model.call(OrderTotals())
            #expect(totals.orders == 0)
        }
    }

    @Test func aNumberIsTakenOnce() async throws {
        try await withDatabase { database in
            let model = database.model()
            let order = PlaceOrder(number: "7", lines: [.init(product: "A", quantity: 1, unitPrice: 1)])
            _ = try await model.call(order)
            let error = await #expect(throws: ModelError.self) { try await model.call(order) }
            #expect("\(error.map { "\($0)" } ?? "")".contains("7"))
        }
    }

    @Test func theSameKeyPlacesOneOrder() async throws {
        try await withDatabase { database in
            let model = database.model()
            let order = PlaceOrder(lines: [.init(product: "A", quantity: 1, unitPrice: 1)], key: "k")
            let placed = try await withThrowingTaskGroup(of: Order.self) { group in
                for _ in 0..<8 { group.addTask { try await model.call(order) } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1.number) }
            }
            #expect(placed == ["D1"])
            let totals = try await model.call(OrderTotals())
            #expect(totals.orders == 1)

            var other = order
            other.customer = "C"
            let error = await #expect(throws: ModelError.self) { try await model.call(other) }
            guard case .conflict(let text)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(text.contains("D1"))
        }
    }

    @Test func aKeyOfAnOrderThatWasRefusedIsFreeAgain() async throws {
        try await withDatabase { database in
            let model = database.model()
            var order = PlaceOrder(lines: [], key: "k")
            await #expect(throws: ModelError.self) { try await model.call(order) }
            order.lines = [.init(product: "A", quantity: 1, unitPrice: 1)]
            let placed = try await model.call(order)
            #expect(placed.lineCount == 1)
        }
    }

    @Test func whatNoColumnTakesIsRefusedInWords() async throws {
        try await withDatabase { database in
            let model = database.model()
            let line = PlaceOrder.Line(product: "A", description: "", quantity: 1, unitPrice: 1)
            let long = String(repeating: "x", count: 101)
            for order in [
                PlaceOrder(customer: "", lines: [line]), PlaceOrder(customer: long, lines: [line]),
                PlaceOrder(country: " ", lines: [line]), PlaceOrder(country: long, lines: [line]),
                PlaceOrder(number: long, lines: [line]),
                PlaceOrder(lines: [.init(product: long, quantity: 1, unitPrice: 1)]),
                PlaceOrder(lines: [line], key: ""), PlaceOrder(lines: [line], key: long + long),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.call(order) }
                guard case .invalid? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            let placed = try await model.call(PlaceOrder(lines: [line]))
            #expect(placed.lines.first?.description == "A", "an empty description is none")
        }
    }
}
