import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct ListMovesTests {
    @Test func theMovesOfAProductAreListedLatestFirstAPageAtATime() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10), ("B", 5), ("A", 2))
            let order = try await model.ordered(("A", 4), number: "7")
            let parcel = try await model.call(ShipOrder(order: order))
            _ = try await model.call(CountStock(lines: [.init(product: "A", quantity: 6)]))
            let first = try await model.call(ListMoves(product: "A", limit: 2))
            #expect(first.moves.map(\.kind) == [.count, .ship] && first.moves.map(\.quantity) == [2, 4])
            #expect(first.moves.last?.orderNumber == "7" && first.moves.last?.parcelId == parcel.id)
            let rest = try await model.call(ListMoves(product: "A", after: first.next, limit: 2))
            #expect(rest.moves.map(\.quantity) == [2, 10] && rest.next == nil)
            #expect(rest.moves.map(\.fromPlace) == ["suppliers", "suppliers"])
            #expect(try await model.call(ListMoves(product: "none")).moves.isEmpty)
            await #expect(throws: ModelError.self) {
                let mark = ListMoves.Mark(transfer: 1, position: Int.max)
                return try await model.call(ListMoves(product: "A", after: mark))
            }
        }
    }

    @Test func somethingIsShippableOrWaits() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 1))
            var orders: [Order.ID] = []
            for index in 0..<4 { orders.append(try await model.ordered((index == 2 ? "FEE" : "A", 1))) }
            _ = try await model.call(ReserveOrder(order: orders[1]))
            let there = try await model.call(ListToShip(isShippable: true))
            #expect(there.orders.map(\.id) == [orders[1], orders[2]] && there.next == nil)
            let one = try await model.call(ListToShip(limit: 1, isShippable: false))
            #expect(one.orders.map(\.id) == [orders[0]] && one.next == orders[0])
            let more = try await model.call(ListToShip(after: one.next, limit: 1, isShippable: false))
            #expect(more.orders.map(\.id) == [orders[3]] && more.next == nil)
        }
    }
}
