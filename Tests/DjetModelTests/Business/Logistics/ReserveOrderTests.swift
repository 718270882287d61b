import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ReserveOrderTests {
    @Test func tenOfTwentyGetOneOfTenEach() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            var orders: [Order.ID] = []
            for _ in 1...20 { orders.append(try await model.ordered(("A", 1))) }
            let results = await withTaskGroup(of: Result<Delivery, any Error>.self) { group in
                for order in orders {
                    group.addTask {
                        do { return .success(try await model.call(ReserveOrder(order: order))) } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            var conflicts = 0
            for case .failure(let error) in results {
                guard case .conflict(let text)? = error as? ModelError else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(text.contains("line 1: 1 of product A are missing at main"))
                conflicts += 1
            }
            #expect(results.count == 20 && conflicts == 10)
            #expect(try await model.onHand() == ["A main 10/10"])
            #expect(try await model.call(CheckStock()).isEmpty)
        }
    }

    @Test func allOrAsMuchAsThereIs() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 8), ("B", 5))
            let order = try await model.ordered(("B", 2), ("A", 6), ("A", 4), ("FREIGHT", 1))
            await model.refuses(ReserveOrder(order: order), "line 3: 2 of product A are missing at main")
            #expect(try await model.onHand() == ["A main 8/0", "B main 5/0"], "all or nothing")
            let part = try await model.call(ReserveOrder(order: order, partial: true))
            #expect(part.lines.map(\.reserved) == [2, 6, 2, 0])
            #expect(part.lines.map(\.missing) == [0, 0, 2, 0])
            #expect(part.lines.map(\.isStocked) == [true, true, true, false], "freight is not stocked")
            let backorders = try await model.call(ListBackorders())
            #expect(backorders.lines.map(\.lineNumber) == [3] && backorders.lines.map(\.missing) == [2])

            try await model.received(("A", 1))
            let more = try await model.call(ReserveOrder(order: order, partial: true))
            #expect(more.lines.map(\.reserved) == [2, 6, 3, 0], "what is reserved already counts")
            let released = try await model.call(ReleaseOrder(order: order))
            #expect(released.lines.map(\.reserved) == [0, 0, 0, 0])
            #expect(try await model.onHand() == ["A main 9/0", "B main 5/0"])
            #expect(try await model.call(FindDelivery(order: order)).lines == released.lines)
        }
    }

    /// A page looks at about 5,000 lines: the orders are two of 5,000 each, and the last lacks goods.
    @Test func aPageOfBackordersEndsThoughItFoundNone() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 20_000))
            for product in ["A", "B"] {
                let lines = (1...5_000).map { _ in
                    PlaceOrder.Line(product: product, quantity: 2, unitPrice: 2)
                }
                _ = try await model.call(PlaceOrder(lines: lines))
            }
            try await model.received(("B", 1))
            var list = ListBackorders()
            let first = try await model.call(list)
            #expect(first.lines.isEmpty)
            list.after = first.next
            #expect(list.after != nil)
            let second = try await model.call(list)
            #expect(second.lines.count == 50 && second.lines.first?.lineNumber == 1)
            #expect(second.lines.first?.orderId == first.next?.order)
            list.after = second.next
            #expect(try await model.call(list).lines.first?.lineNumber == 51)
        }
    }

    @Test func aLineIsReservedInOneWarehouse() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            _ = try await model.call(AddWarehouse(code: "north", title: "In the north"))
            _ = try await model.call(
                MoveStock(lines: [StockLine(product: "A", quantity: 4)], from: "main", to: "north"))
            let order = try await model.ordered(("A", 8))
            let lines = [LineQuantity(line: 1, quantity: 3)]
            _ = try await model.call(ReserveOrder(order: order, lines: lines, warehouse: "north"))
            await model.refuses(
                ReserveOrder(order: order, warehouse: "main"), "goods are reserved for it at north")
            await model.refuses(ShipOrder(order: order, lines: lines, warehouse: "main"), "at north")
            let parcel = try await model.call(ShipOrder(order: order, lines: lines))
            #expect(parcel.lines.map(\.quantity) == [3])
            #expect(try await model.onHand() == ["A main 6/0", "A north 1/0"])
        }
    }

    @Test func whatIsReservedForOthersIsNotGivenAway() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 5))
            let first = try await model.ordered(("A", 4))
            let second = try await model.ordered(("A", 2))
            _ = try await model.call(ReserveOrder(order: first))
            await model.refuses(ShipOrder(order: second), "1 of product A are missing at main")
            await model.refuses(
                CountStock(lines: [StockLine(product: "A", quantity: 3)]),
                "3 of product A are counted, but 4 are reserved")
            _ = try await model.call(AddWarehouse(code: "north", title: "In the north"))
            await model.refuses(
                MoveStock(lines: [StockLine(product: "A", quantity: 2)], from: "main", to: "north"),
                "1 of product A are missing at main")
            _ = try await model.call(ShipOrder(order: first))
            #expect(try await model.onHand() == ["A main 1/0"])
        }
    }

    @Test func unknownOrdersLinesAndWarehousesAreNotFound() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("A", 1))
            let line = LineQuantity(line: 7, quantity: 1)
            for function in [
                ReserveOrder(order: 42), ReserveOrder(order: order, lines: [line]),
                ReserveOrder(order: order, warehouse: "south"),
                ReserveOrder(order: order, warehouse: "customers"),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.call(function) }
                guard case .notFound? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        }
    }
}
