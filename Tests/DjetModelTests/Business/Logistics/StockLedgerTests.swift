import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Many work on the same goods at once: nobody waits in a circle, and the sums are right.
@Suite struct StockLedgerTests {
    @Test func ordersThatCrossDoNotDeadlock() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 100), ("B", 100), ("C", 100))
            var orders: [Order.ID] = []
            for index in 0..<30 {
                orders.append(
                    try await index.isMultiple(of: 2)
                        ? model.ordered(("A", 1), ("B", 1), ("C", 1))
                        : model.ordered(("C", 1), ("B", 1), ("A", 1)))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, order) in orders.enumerated() {
                    group.addTask {
                        if index.isMultiple(of: 3) { _ = try await model.call(ReserveOrder(order: order)) }
                        _ = try await model.call(ShipOrder(order: order))
                        _ = try await model.call(
                            ReceiveReturn(
                                order: order,
                                lines: [3, 1].map { LineQuantity(line: $0, quantity: 1) }))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await model.onHand().map { $0.suffix(2) } == ["/0", "/0", "/0"])
            #expect(try await Self.deadlocks(database) == 0)
            #expect(try await model.call(CheckStock()).isEmpty)
        }
    }

    @Test func whateverIsBookedTheSumOfMovesIsOnHand() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 40), ("B", 40), ("C", 40))
            _ = try await model.call(AddWarehouse(code: "north", title: "In the north"))
            var orders: [Order.ID] = []
            for _ in 0..<20 { orders.append(try await model.ordered(("A", 4), ("B", 3), ("C", 2), ("A", 1))) }
            let all = orders
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        var random = SplitMix64(seed: UInt64(task))
                        for _ in 0..<25 { try await Self.step(in: model, all, &random) }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await model.call(CheckStock()).isEmpty)
            #expect(try await Self.deadlocks(database) == 0)
            let wrong = try await database.store.first(
                """
                select count(*)
                from logistics.delivery_line
                where shipped > ordered or returned > shipped or reserved > left_to_ship
                """, as: Int.self)
            #expect(wrong == 0)
        }
    }

    /// Takes one step of a business. It may be refused, by a conflict and nothing else.
    private static func step(
        in model: Model, _ orders: [Order.ID], _ random: inout SplitMix64
    ) async throws {
        let order = orders[Int(random.next() % UInt64(orders.count))]
        let product = ["A", "B", "C"][Int(random.next() % 3)]
        let quantity = Decimal(Int(random.next() % 6) + 1)
        let lines = [StockLine(product: product, quantity: quantity)]
        let choice = random.next() % 8
        do {
            switch choice {
            case 0: _ = try await model.call(ReceiveGoods(lines: lines))
            case 1: _ = try await model.call(CountStock(lines: lines))
            case 2: _ = try await model.call(MoveStock(lines: lines, from: "main", to: "north"))
            case 3: _ = try await model.call(ReserveOrder(order: order))
            case 4: _ = try await model.call(ReserveOrder(order: order, partial: true))
            case 5: _ = try await model.call(ReleaseOrder(order: order))
            case 6: _ = try await model.call(ShipOrder(order: order, partial: true))
            default:
                _ = try await model.call(
                    ReceiveReturn(order: order, lines: [LineQuantity(line: 1, quantity: 1)]))
            }
        } catch ModelError.conflict {}
    }

    private static func deadlocks(_ database: TestDatabase) async throws -> Int? {
        try await database.store.first(
            "select deadlocks from pg_stat_database where datname = current_database()", as: Int.self)
    }
}
