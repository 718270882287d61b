import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct ShippingEngineTests {
    /// Books 5 of A, and orders of 3, of 10 and of a fee.
    private func prepare(_ model: Model) async throws {
        _ = try await model.call(
            ReceiveGoods(lines: [.init(product: "A", quantity: 5, description: "Tea")]))
        for (number, product, quantity) in [("1", "A", 3), ("2", "A", 10), ("3", "FEE", 1)] {
            _ = try await model.call(
                PlaceOrder(
                    number: number, customer: "K",
                    lines: [.init(product: product, quantity: .init(quantity), unitPrice: 1)]))
        }
    }

    @Test func anOrderIsReservedPickedAndShippedInParts() async throws {
        try await withFunctions { site, database in
            try await prepare(database.model())
            let browser = try await Program.browser("ada", roles: .office, site)
            let reserved = try await browser.post("/shipping/1/reserve", form: [:])
            #expect(reserved.status == 303 && reserved["location"] == "/shipping/1", "\(reserved.body)")
            let picked = try await browser.post("/shipping/pick", form: ["order": "1"])
            let file = try await browser.get(try #require(picked["location"]))
            #expect(file.status == 200 && file.body.contains("main,A,"), "\(picked.body)")
            let form = try await browser.get("/shipping/1/ship")
            #expect(form.body.contains(#"name="lines[0].quantity""#) && form.body.contains(#"value="3""#))
            let shipped = try await browser.post(
                "/shipping/1/ship",
                form: [
                    "lines[0].line": "1", "lines[0].quantity": "2", "carrier": "<DHL>",
                    "trackingNumber": "T 1",
                ])
            #expect(shipped.status == 303, "\(shipped.body)")
            let parcel = try await browser.get(try #require(shipped["location"]))
            #expect(parcel.body.contains("Parcel P1") && parcel.body.contains("&lt;DHL&gt;"))
            let list = try await browser.get("/shipping/parcels?tracking=T+1")
            #expect(list.body.contains("P1") && list.body.contains(#"href="/shipping/1""#))
            let more = try await browser.post(
                "/shipping/1/ship", form: ["lines[0].line": "1", "lines[0].quantity": "9"])
            #expect(more.status == 409 && more.body.contains("Lines of the order"), "\(more.body)")
            let back = try await browser.post(
                "/shipping/1/return", form: ["lines[0].line": "1", "lines[0].quantity": "1"])
            #expect(back.status == 303, "\(back.body)")
            let released = try await browser.post("/shipping/1/release", form: [:])
            #expect(released.status == 303)
            #expect(try await database.model().call(ListStock()).stock.map(\.reserved) == [0])
        }
    }

    @Test func ordersAreListedByWhatIsThere() async throws {
        try await withFunctions { site, database in
            try await prepare(database.model())
            _ = try await database.model().call(ReserveOrder(order: 1))
            _ = try await database.model().call(ReserveOrder(order: 2, partial: true))
            _ = try await database.model().call(ShipOrder(order: 2, partial: true))
            let program = try await Program("ada", roles: .office, site)
            let all = try await program.get("/shipping?limit=1")
            #expect(all.body.contains(#""number":"1""#) && all.body.contains(#""next":1"#), "\(all.body)")
            let waiting = try await program.get("/shipping?state=missing")
            #expect(waiting.body.contains(#""number":"2""#) && !waiting.body.contains(#""number":"1""#))
            let there = try await program.get("/shipping?state=shippable")
            #expect(there.body.contains(#""number":"1""#) && there.body.contains(#""number":"3""#))
            #expect(!there.body.contains(#""number":"2""#))
            let backorders = try await program.get("/shipping/backorders?product=A", "Accept: text/html")
            #expect(backorders.body.contains(#"href="/shipping/2""#) && backorders.body.contains(">8<"))
            #expect(try await program.post("/shipping/pick", "{}").status == 422)
            for (path, status) in [
                ("/shipping/99", 404), ("/shipping?state=some", 400), ("/shipping/parcels/9", 404),
                ("/shipping/parcels?after=x", 400), ("/shipping/backorders?after=1", 400),
            ] {
                #expect(try await program.get(path).status == status, "\(path)")
            }
        }
    }

    @Test func allOrdersAreShippedByWorkers() async throws {
        try await withFunctions(worker: true) { site, database in
            try await prepare(database.model())
            _ = try await database.model().call(ReserveOrder(order: 1))
            let program = try await Program("ada", roles: .office, site)
            let all = try await site.ask("POST", "/shipping/ship-open", program.headers)
            #expect(all.status == 202)
            let done = try await program.get(all["location"] ?? "", "Prefer: wait=30")
            #expect(done.body.contains(#""parcels":3"#), "\(done.body)")
            #expect(done.body.contains(#""waiting":1"#))
        }
    }
}
