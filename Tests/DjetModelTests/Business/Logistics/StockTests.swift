import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct StockTests {
    @Test func whatIsBookedStays() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 2))
            _ = try await model.call(ShipOrder(order: model.ordered(("A", 1))))
            let changes: [Statement] = [
                "update logistics.move set quantity = 1", "delete from logistics.move",
                "truncate logistics.move",
                "update logistics.transfer set kind = 'count'", "delete from logistics.transfer",
                "update logistics.parcel set order_number = 'x'", "delete from logistics.parcel",
                "delete from logistics.place", "update logistics.place set code = 'x'",
                "truncate logistics.reservation",
            ]
            for change in changes {
                let error = await #expect(throws: StoreError.self) { try await database.store.query(change) }
                #expect(error?.message.contains("cannot be changed") == true, "\(change.text)")
            }
            try await database.store.query("update logistics.parcel set tracking_number = 'later'")
        }
    }

    @Test func tooMuchIsRefusedByTheTables() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 2))
            let move: (String, String, Int) -> Statement = { product, place, quantity in
                """
                with event as (
                  insert into logistics.transfer (happened_at, kind) values (now(), 'correction') returning id)
                insert into logistics.move (transfer_id, position, quantity, product_code, from_place, to_place)
                select id, 1, \(quantity)::numeric, \(product)::text, \(place)::text, 'loss' from event
                """
            }
            for (statement, words) in [
                (move("A", "main", 3), "on_hand_quantity_is_not_negative"),
                (move("Z", "main", 1), "there is no product Z"),
                (move("A", "moon", 1), "there is no place moon"),
                ("update logistics.on_hand set reserved = 3", "on_hand_reserved_is_on_hand"),
            ] as [(Statement, String)] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(statement)
                }
                #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
            }
            try await database.store.query(move("A", "main", 2))
            #expect(try await model.onHand() == ["A main 0/0"])
        }
    }

    @Test func goodsAreReceivedOnceAKey() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let goods = ReceiveGoods(
                lines: [StockLine(product: "A", quantity: 2, description: "Cakestand")],
                reference: "DN 7", key: "k")
            let first = try await model.call(goods)
            #expect(try await model.call(goods) == first)
            #expect(first.kind == .receive && first.reference == "DN 7")
            #expect(first.lines.map(\.from) == ["suppliers"] && first.lines.map(\.to) == ["main"])
            #expect(try await model.onHand() == ["A main 2/0"])
            var other = goods
            other.reference = "DN 8"
            await model.refuses(other, "another receipt was placed under this key")
        }
    }

    @Test func anUnknownProductNeedsADescription() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 1))
            let lines = [StockLine(product: "A", quantity: 1), StockLine(product: "B", quantity: 1)]
            let error = await #expect(throws: ModelError.self) {
                try await model.call(ReceiveGoods(lines: lines))
            }
            guard case .notFound(let text)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(text.contains("line 2: there is no product B"))
            #expect(try await model.onHand() == ["A main 1/0"])
        }
    }

    @Test func aCountBooksTheDifferences() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 5), ("B", 5), ("C", 5))
            let count = try await model.call(
                CountStock(
                    lines: [
                        StockLine(product: "A", quantity: 3), StockLine(product: "B", quantity: 7),
                        StockLine(product: "C", quantity: 5),
                    ], reference: "Inventory"))
            #expect(count.lines.map(\.product) == ["A", "B"] && count.lines.map(\.quantity) == [2, 2])
            #expect(count.lines.map(\.to) == ["loss", "main"])
            #expect(try await model.onHand() == ["A main 3/0", "B main 7/0", "C main 5/0"])
            #expect(try await model.call(CheckStock()).isEmpty)
        }
    }

    @Test func aProductThatIsOnHandStaysStocked() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 1))
            await model.refuses(SetStocked(product: "A", isStocked: false), "1 of product A are at main")
            _ = try await model.call(CountStock(lines: [StockLine(product: "A", quantity: 0)]))
            _ = try await model.call(SetStocked(product: "A", isStocked: false))
            #expect(try await model.onHand().isEmpty)
            _ = try await model.call(SetStocked(product: "A", isStocked: true))
            #expect(try await model.onHand() == ["A main 0/0"])
            try await model.refuses(ShipOrder(order: model.ordered(("A", 1))), "1 of product A are missing")
        }
    }

    @Test func stockIsListedAndSearched() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("B1", 1), ("A1", 2), ("A2", 3))
            _ = try await model.call(CountStock(lines: [StockLine(product: "A2", quantity: 0)]))
            func found(_ change: (inout ListStock) -> Void) async throws -> [String] {
                var list = ListStock()
                change(&list)
                return try await model.call(list).stock.map(\.product)
            }
            #expect(try await found { _ in } == ["A1", "A2", "B1"])
            #expect(try await found { $0.search = "A" } == ["A1", "A2"])
            #expect(try await found { $0.search = "product b" } == ["B1"])
            #expect(try await found { $0.isOut = true } == ["A2"])
            #expect(try await found { $0.warehouse = "north" } == [])
            var list = ListStock()
            list.limit = 2
            let first = try await model.call(list)
            list.after = first.next
            let second = try await model.call(list)
            #expect(first.stock.map(\.product) == ["A1", "A2"] && second.stock.map(\.product) == ["B1"])
            #expect(second.next == nil)
        }
    }
}
