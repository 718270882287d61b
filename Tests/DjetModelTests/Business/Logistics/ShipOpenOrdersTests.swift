import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ShipOpenOrdersTests {
    @Test func everyOrderGetsWhatIsThere() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model([ShipAvailable.self, ShipOpenOrders.self])
            // Whichever job comes first, or is tried again: only one order wants what is scarce.
            try await model.received(("A", 9), ("B", 0.5), ("C", 1))
            for _ in 1...9 { _ = try await model.ordered(("A", 1)) }
            let short = try await model.ordered(("C", 5))
            let without = try await model.ordered(("B", 5), ("FREIGHT", 1))
            let released = try await model.ordered(("B", 0.5))
            _ = try await model.call(ReserveOrder(order: released))
            try await withWorker(model, configuration: .init(slots: 1)) {
                let shipped = try await model.offload(ShipOpenOrders(carrier: "DHL")).value
                #expect(shipped.failed.map(\.reason) == [])
                #expect(shipped.parcels == 11 && shipped.waiting == 2)
                let again = try await model.offload(ShipOpenOrders()).value
                #expect(again.parcels == 0 && again.waiting == 2)
            }
            #expect(try await model.onHand() == ["A main 0/0", "B main 0/0", "C main 0/0"])
            let left = try await model.call(ListToShip())
            #expect(left.orders.map(\.id) == [short, without] && left.orders.map(\.missing) == [4, 5])
            #expect(left.orders.map(\.isShippable) == [false, false])
            try await model.received(("C", 4))
            _ = try await model.call(ShipOrder(order: short))
            #expect(try await model.call(ListToShip()).orders.map(\.id) == [without])
        }
    }

    @Test func theListAddsUpWhatTheLinesAre() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 5), ("B", 1))
            let part = try await model.ordered(("A", 7), ("B", 1), ("FREIGHT", 1))
            _ = try await model.call(ShipOrder(order: part, partial: true))
            for goods in [("A", 1 as Decimal), ("B", 3), ("FREIGHT", 2)] {
                _ = try await model.ordered(goods)
            }
            try await model.received(("A", 4))
            let reserved = try await model.ordered(("A", 3), ("B", 2))
            _ = try await model.call(ReserveOrder(order: reserved, partial: true))
            let differing = try await model.database.first(
                """
                select count(*)
                from logistics.list_to_ship(0, 1000) s
                full join (
                  select
                    d.order_number, sum(d.ordered), sum(d.reserved), sum(d.shipped), sum(d.returned), sum(d.missing)
                  from logistics.delivery_line d
                  join sales.order o on o.number = d.order_number
                  join logistics.open_order p on p.order_id = o.id
                  group by d.order_number
                ) d (number, ordered, reserved, shipped, returned, missing) on d.number = s.number
                where (s.ordered, s.reserved, s.shipped, s.returned, s.missing)
                  is distinct from (d.ordered, d.reserved, d.shipped, d.returned, d.missing)
                """, as: Int.self)
            #expect(differing == 0)
            #expect(try await model.call(ListToShip()).orders.count == 5)
        }
    }

    @Test func jobsThatShipTheSameGoodsShipNoMoreThanThereIs() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model([ShipAvailable.self, ShipOpenOrders.self])
            try await model.received(("A", 100), ("B", 100), ("C", 30))
            for number in 1...120 {
                let goods = [("A", 1 as Decimal), ("B", 1), ("C", 1)]
                _ =
                    try await number % 2 == 0
                    ? model.ordered(goods[0], goods[1], goods[2])
                    : model.ordered(goods[2], goods[0], goods[1])
            }
            try await withWorker(model, configuration: .init(slots: 60)) {
                let shipped = try await model.offload(ShipOpenOrders(carrier: "DHL")).value
                #expect(shipped.failed.map(\.reason) == [])
                #expect(shipped.parcels == 100 && shipped.waiting == 90)
            }
            #expect(try await model.onHand() == ["A main 0/0", "B main 0/0", "C main 0/0"])
            #expect(try await model.call(CheckStock()).isEmpty)
        }
    }

    @Test func eachOrderHasAnAnswerOfItsOwn() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 3), ("B", 1))
            let whole = try await model.ordered(("A", 2), ("FREIGHT", 1))
            let reserved = try await model.ordered(("B", 1))
            let part = try await model.ordered(("A", 2))
            let none = try await model.ordered(("A", 1), ("FREIGHT", 1))
            _ = try await model.call(ReserveOrder(order: reserved))
            let back = try await model.call(
                PlaceOrder(kind: .return, lines: [.init(product: "A", quantity: -1, unitPrice: 2)]))
            let results = try await ShipAvailable.run(
                [none, 999, part, back.id, reserved, whole].map { ShipAvailable(order: $0) }, in: model)
            let shipped = results.map { (try? $0.get())?.parcel?.orderId }
            #expect(shipped == [nil, nil, part, nil, reserved, whole], "older orders come first")
            #expect(results.map { (try? $0.get()) == nil } == [false, true, false, true, false, false])
            #expect(try await model.call(ListToShip()).orders.map(\.id) == [part, none])
            let parcel = try #require(try results[5].get().parcel)
            #expect(try await model.call(FindParcel(parcel: parcel.id)).lines.map(\.quantity) == [2, 1])
            #expect(try await model.onHand() == ["A main 0/0", "B main 0/0"])
        }
    }

    @Test func whatLiesInAnotherWarehouseIsNotShippable() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(AddWarehouse(code: "north", title: "North"))
            let goods = [StockLine(product: "A", quantity: 5, description: "A")]
            _ = try await model.call(ReceiveGoods(lines: goods, warehouse: "north"))
            let order = try await model.ordered(("A", 2))
            #expect(try await model.call(ListToShip()).orders.map(\.isShippable) == [false])
            #expect(try await model.call(ShipAvailable(order: order)).parcel == nil)
            _ = try await model.call(ReserveOrder(order: order, warehouse: "north"))
            #expect(try await model.call(ListToShip()).orders.map(\.isShippable) == [true])
            #expect(try await model.call(ShipAvailable(order: order)).parcel != nil)
        }
    }

    @Test func whatTheOpenOrdersLackIsReceived() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("A", 3))
            _ = try await model.call(ReserveOrder(order: model.ordered(("A", 2))))
            _ = try await model.ordered(("A", 4), ("B", 1))
            let receipt = try await model.call(ReceiveOrdered(reference: "DN 9")).transfer
            #expect(receipt?.lines.map(\.product) == ["A", "B"] && receipt?.lines.map(\.quantity) == [3, 1])
            #expect(try await model.call(ReceiveOrdered()).transfer == nil)
            #expect(try await model.onHand() == ["A main 6/2", "B main 1/0"])
        }
    }

    @Test func thePickListHasWhatIsReserved() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.received(("B", 9), ("A", 9))
            let first = try await model.ordered(("B", 1), ("A", 2), ("FREIGHT", 1), number: "=1+1")
            let second = try await model.ordered(("A", 3), number: "22")
            await model.refuses(PickOrders(orders: [first, second]), "nothing is reserved")
            for order in [first, second] { _ = try await model.call(ReserveOrder(order: order)) }
            let list = try await model.call(PickOrders(orders: [second, first]))
            #expect(list.lineCount == 3)
            #expect(list.lines.map(\.product) == ["A", "A", "B"] && list.lines.map(\.quantity) == [2, 3, 1])
            #expect(
                try await model.text(of: list.file) == """
                    warehouse,product,description,quantity,order,line\r
                    main,A,Product A,2,'=1+1,2\r
                    main,A,Product A,3,22,1\r
                    main,B,Product B,1,'=1+1,1\r

                    """)
        }
    }

    @Test func pagesOfOrdersToShipFollowEachOther() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var orders: [Order.ID] = []
            for _ in 1...5 { orders.append(try await model.ordered(("A", 1))) }
            var list = ListToShip(limit: 2)
            var pages: [[Order.ID]] = []
            repeat {
                let page = try await model.call(list)
                pages.append(page.orders.map(\.id))
                list.after = page.next
            } while list.after != nil
            #expect(pages == [Array(orders[0..<2]), Array(orders[2..<4]), [orders[4]]])
        }
    }
}
