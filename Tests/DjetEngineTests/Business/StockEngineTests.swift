import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct StockEngineTests {
    @Test func goodsAreReceivedCountedAndSeenWithTheirMoves() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let empty = try await browser.get("/stock")
            #expect(empty.body.contains("Nothing is in stock yet.") && empty.body.contains("/stock/receive"))
            let received = try await browser.post(
                "/stock/receive",
                form: [
                    "lines[0].product": "A&1", "lines[0].quantity": "10",
                    "lines[0].description": "<b>Tea", "reference": "<i>DN 7",
                ])
            #expect(received.status == 303 && received["location"] == "/stock", "\(received.body)")
            let counted = try await browser.post(
                "/stock/count", form: ["lines[0].product": "A&1", "lines[0].quantity": "8"])
            #expect(counted.status == 303, "\(counted.body)")
            let list = try await browser.get("/stock?search=%3Cb%3Etea&state=free")
            #expect(list.body.contains("code=A%261") && list.body.contains("&lt;b&gt;Tea"))
            #expect(try await browser.get("/stock?state=out").body.contains("Nothing is found."))
            let product = try await browser.get("/stock/product?code=A%261&limit=1")
            #expect(product.body.contains("count") && !product.body.contains("DN 7"))
            let next = try #require(product.body.firstMatch(of: #/rel="next" href="([^"]+)"/#)).1
            let older = try await browser.get(String(next).replacing("&amp;", with: "&"))
            #expect(older.body.contains("&lt;i&gt;DN 7") && older.body.contains("suppliers"))
            #expect(try await browser.get("/stock/check").body.contains("There is no difference."))
            let form = try await browser.get("/stock/move?product=A%261")
            #expect(form.body.contains(#"name="lines[0].product""#) && form.body.contains("A&amp;1"))
            let audit = try await database.model().auditEntries().map(\.action)
            #expect(audit.contains("goods.receive") && audit.contains("stock.count"))
        }
    }

    @Test func whatIsNotThereIsNotMoved() async throws {
        try await withFunctions { site, database in
            let model = database.model()
            _ = try await model.call(AddWarehouse(code: "north", title: "North"))
            _ = try await model.call(
                ReceiveGoods(lines: [.init(product: "A", quantity: 2, description: "Tea")]))
            let browser = try await Program.browser("ada", roles: .office, site)
            let fields: KeyValuePairs = [
                "lines[0].product": "A", "lines[0].quantity": "3", "from": "main", "to": "north",
            ]
            let refused = try await browser.post("/stock/move", form: fields)
            #expect(refused.status == 409 && refused.body.contains(#"value="north""#), "\(refused.body)")
            let program = try await Program("bob", roles: .office, site)
            let moved = try await program.post(
                "/stock/move", #"{"lines":[{"product":"A","quantity":2}],"from":"main","to":"north"}"#)
            #expect(moved.status == 200 && moved.body.contains(#""kind":"relocate""#), "\(moved.body)")
            for (path, status) in [
                ("/stock?state=full", 400), ("/stock/product", 400), ("/stock/product?code=none", 404),
                ("/stock/product?code=A&after=x", 400),
            ] {
                #expect(try await program.get(path).status == status, "\(path)")
            }
        }
    }

    @Test func aFormThatIsSentTwiceReceivesOnce() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get("/stock/receive?product=A")
            let key = String(try #require(form.body.firstMatch(of: #/name="_key" value="([^"]+)"/#)).1)
            for _ in 0..<2 {
                let sent = try await browser.post(
                    "/stock/receive",
                    form: [
                        "_key": key, "lines[0].product": "A", "lines[0].quantity": "5",
                        "lines[0].description": "Tea",
                    ])
                #expect(sent.status == 303, "\(sent.body)")
            }
            #expect(try await database.model().call(ListStock()).stock.map(\.quantity) == [5])
        }
    }
}
