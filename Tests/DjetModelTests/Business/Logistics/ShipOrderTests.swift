import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ShipOrderTests {
    private func line(_ number: Int, _ quantity: Decimal) -> [LineQuantity] {
        [LineQuantity(line: number, quantity: quantity)]
    }

    @Test func tenAreShippedInTwoParcelsAndSomeComeBack() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 12))
            let order = try await model.ordered(("A", 10), number: "SO-1")
            _ = try await model.call(ReserveOrder(order: order))
            let first = try await model.call(
                ShipOrder(order: order, lines: line(1, 4), carrier: "DHL", trackingNumber: "JD01"))
            let second = try await model.call(ShipOrder(order: order, lines: line(1, 6)))
            let none = "line 9: order SO-1 has the line 1 alone"
            for refused in [
                await #expect(throws: ModelError.self) {
                    try await model.call(ShipOrder(order: order, lines: line(9, 1)))
                },
                await #expect(throws: ModelError.self) {
                    try await model.call(ReceiveReturn(order: order, lines: line(9, 1)))
                },
            ] {
                #expect(refused?.message.hasPrefix(none) == true)
            }
            #expect([first.code, second.code] == ["P1", "P2"])
            #expect(first.lines.map(\.quantity) == [4] && second.lines.map(\.quantity) == [6])
            #expect(first.shippedOn.description == "2026-11-21", "the day of the model's clock")
            #expect(try await model.onHand() == ["A main 2/0"])
            await model.refuses(
                ShipOrder(order: order, lines: line(1, 1)), "only 0 of 10 ordered are left to be shipped")
            await model.refuses(ShipOrder(order: order), "order SO-1 has been shipped completely")

            await model.refuses(
                ReceiveReturn(order: order, lines: line(1, 11)), "11 come back, but 10 were delivered")
            let back = try await model.call(ReceiveReturn(order: order, lines: line(1, 3), reference: "R 1"))
            #expect(back.kind == .return && back.lines.map(\.to) == ["main"])
            await model.refuses(ReceiveReturn(order: order, lines: line(1, 8)), "3 came back before")
            #expect(try await model.onHand() == ["A main 5/0"])
            let delivery = try await model.call(FindDelivery(order: order))
            #expect(delivery.lines.map(\.shipped) == [10] && delivery.lines.map(\.returned) == [3])
            #expect(try await model.call(FindParcel(parcel: first.id)) == first)
            var list = ListParcels()
            list.order = "SO-1"
            #expect(try await model.call(list).parcels.map(\.code) == ["P2", "P1"])
            list.trackingNumber = "JD01"
            #expect(try await model.call(list).parcels.map(\.carrier) == ["DHL"])
            let told = try await model.call(SetTracking(parcel: second.id, trackingNumber: "JD02"))
            #expect(told.trackingNumber == "JD02" && told.carrier == nil && told.lines == second.lines)
            let both = try await model.call(SetTracking(parcel: first.id, carrier: "UPS"))
            #expect(both.carrier == "UPS" && both.trackingNumber == "JD01")
            await #expect(throws: ModelError.self) {
                try await model.call(SetTracking(parcel: 99, carrier: "UPS"))
            }
        }
    }

    @Test func whatIsNotStockedIsShippedWithoutStock() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("FREIGHT", 1), ("A", 2))
            let parcel = try await model.call(ShipOrder(order: order))
            #expect(parcel.lines.count == 2, "nothing is stocked until somebody receives or counts goods")
            #expect(try await model.onHand().isEmpty)
            _ = try await model.call(ReceiveReturn(order: order, lines: line(2, 1)))
            #expect(try await model.onHand().isEmpty)
            _ = try await model.call(CountStock(lines: [StockLine(product: "A", quantity: 0)]))
            _ = try await model.call(ReceiveReturn(order: order, lines: line(2, 1)))
            #expect(try await model.onHand() == ["A main 1/0"])
            #expect(try await model.call(CheckStock()).isEmpty)
        }
    }

    @Test func theSameKeyShipsOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 10))
            let order = try await model.ordered(("A", 10))
            let ship = ShipOrder(order: order, lines: line(1, 2), key: "k")
            let codes = try await withThrowingTaskGroup(of: OrderParcel.self) { group in
                for _ in 0..<6 { group.addTask { try await model.call(ship) } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1.code) }
            }
            #expect(codes.count == 1)
            #expect(try await model.onHand() == ["A main 8/0"])
            let other = ShipOrder(order: order, lines: line(1, 3), key: "k")
            await model.refuses(other, "another parcel was placed under this key")
            let back = ReceiveReturn(order: order, lines: line(1, 1), key: "b")
            let first = try await model.call(back)
            #expect(try await model.call(back) == first)
            #expect(try await model.onHand() == ["A main 9/0"])
        }
    }

    @Test func moreThanIsOrderedIsNeverShippedAtOnce() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 100))
            let order = try await model.ordered(("A", 10))
            let ship = ShipOrder(order: order, lines: line(1, 4))
            let parcels = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<8 { group.addTask { (try? await model.call(ship)) == nil ? 0 : 1 } }
                return await group.reduce(0, +)
            }
            #expect(parcels == 2)
            #expect(try await model.onHand() == ["A main 92/0"])
        }
    }

    @Test func aBadLineIsRefusedWithItsNumber() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let order = try await model.ordered(("A", 10))
            for (lines, words) in [
                ([], "there are no lines"), (line(1, 0), "line 1: the quantity is 0"),
                (line(1, -1), "line 1: the quantity is negative"),
                (line(1, 1) + line(1, 2), "line 1: it is named twice"),
                (line(1, Decimal(string: "0.00001") ?? 0), "line 1: the quantity has more than 4 decimals"),
            ] as [([LineQuantity], String)] {
                let error = await #expect(throws: ModelError.self) {
                    try await model.call(ShipOrder(order: order, lines: lines))
                }
                guard case .invalid(let text)? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(text.contains(words), "\(text)")
            }
            let back = try await model.call(
                PlaceOrder(
                    number: "R-1", kind: .return,
                    lines: [.init(product: "A", quantity: -1, unitPrice: 2)]))
            await model.refuses(ShipOrder(order: back.id), "R-1 is a return")
        }
    }
}
