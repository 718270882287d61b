import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// Partial invoices and returns by line, by buttons and forms.
@Suite struct OrderStepsTests {
    @Test func deliveriesAreInvoicedAndLinesReturnedWithoutScripts() async throws {
        try await withFunctions { site, database in
            let model = database.model()
            _ = try await model.call(
                ReceiveGoods(lines: [.init(product: "A", quantity: 10, description: "Tea")]))
            let order = try await model.call(
                PlaceOrder(number: "7", lines: [.init(product: "A", quantity: 10, unitPrice: 2)]))
            let path = "/orders/\(order.id)"
            let browser = try await Program.browser("ada", roles: .office, site)
            #expect(!(try await browser.get(path).body.contains("Invoice what was delivered")))
            for quantity in [4, 6] as [Decimal] {
                _ = try await model.call(
                    ShipOrder(order: order.id, lines: [LineQuantity(line: 1, quantity: quantity)]))
                let page = try await browser.get(path)
                #expect(page.body.contains(#"action="\#(path)/invoice-delivered""#), "\(page.body)")
                let invoiced = try await browser.post("\(path)/invoice-delivered", form: ["_way": "now"])
                #expect(invoiced.status == 303, "\(invoiced.body)")
                let left = quantity == 4 ? "12.00 is left to invoice, of which 0.00 is delivered" : "12.00"
                #expect(try await browser.get(path).body.contains(left))
            }
            let page = try await browser.get(path)
            #expect(page.body.contains("invoice 1") && page.body.contains("invoice 2"))
            #expect(!page.body.contains("Invoice now") && !page.body.contains("Invoice what was delivered"))

            let form = try await browser.get("\(path)/return")
            #expect(form.status == 200 && form.body.contains(#"name="lines[0].quantity""#))
            let more = try await browser.post(
                "\(path)/return", form: ["lines[0].line": "1", "lines[0].quantity": "11"])
            #expect(more.status == 409 && more.body.contains("only 10 were delivered"), "\(more.body)")
            let back = try await browser.post(
                "\(path)/return", form: ["lines[0].line": "1", "lines[0].quantity": "3"])
            let returned = try await browser.get(try #require(back["location"]))
            #expect(returned.body.contains("Undoes order") && returned.body.contains("undoes line 1"))
            let whole = try await browser.get(path)
            #expect(whole.body.contains("credit note 1") && whole.body.contains("-6.00"))
            let note = try await browser.get("/invoices/3")
            #expect(note.body.contains("Corrects invoice") && note.body.contains(#"href="/invoices/1""#))
            #expect(note.body.contains("corrects line 1"))
            let audit = try await model.auditEntries().map(\.action)
            #expect(audit.contains("order.return"))
        }
    }

    @Test func aProgramInvoicesWhatIsDelivered() async throws {
        try await withFunctions(worker: true) { site, database in
            let program = try await Program("ada", roles: .office, site)
            _ = try await program.post("/orders", #"{"lines":[\#(OrdersEngineTests.line)]}"#)
            let early = try await site.ask("POST", "/orders/1/invoice-delivered", program.headers)
            #expect(early.status == 409 && early.body.contains("delivered"), "\(early.body)")
            _ = try await database.model().call(ShipOrder(order: 1))
            let all = try await site.ask("POST", "/orders/invoice-delivered", program.headers)
            #expect(all.status == 202)
            let done = try await program.get(all["location"] ?? "", "Prefer: wait=30")
            #expect(done.body.contains(#""invoices":1"#), "\(done.body)")
            let body = #"{"lines":[{"line":1,"quantity":1}]}"#
            let back = try await site.ask(
                "POST", "/orders/1/return", program.headers + ["Content-Type: application/json"], body: body)
            #expect(back.status == 200 && back.body.contains(#""total":-1.25"#), "\(back.body)")
        }
    }
}
