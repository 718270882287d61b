import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct InvoicesEngineTests {
    @Test func invoicesAreListedAndShown() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            for number in ["1", "C2", "<3>"] {
                let quantity = number == "C2" ? -1 : 1
                let order = try await model.call(
                    PlaceOrder(
                        number: number, customer: "A", kind: quantity < 0 ? .return : .order,
                        lines: [.init(product: "P", quantity: .init(quantity), unitPrice: 1_234)]))
                _ = try await model.call(InvoiceOrder(order: order.id))
            }
            let browser = try await Program.browser("ada", roles: .office, site)
            let list = try await browser.get("/invoices")
            #expect(list.status == 200 && list.body.contains("1,234.00"))
            #expect(list.body.contains("&lt;3&gt;") && !list.body.contains("<3>"))
            #expect(list.body.contains(">credit note 1</a>"))
            #expect(list.body.contains(#"<option value="credit-note">credit note</option>"#))
            let notes = try await browser.get("/invoices?kind=credit-note", "Accept: application/json")
            #expect(notes.body.contains("C2") && !notes.body.contains(#""orderNumber":"1""#))
            let one = try await browser.get("/invoices/1")
            #expect(one.body.contains("Invoice 1") && one.body.contains(#"href="/orders/1""#))
            for (path, status) in [
                ("/invoices/99", 404), ("/invoices?number=x", 400), ("/invoices?kind=bill", 400),
                ("/invoices?after=2026", 400),
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == status, "\(path)")
            }
        }
    }

    @Test func taxIsShownWhereThereIsSome() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            func invoice() async throws {
                let order = try await model.call(
                    PlaceOrder(lines: [.init(product: "P", quantity: 1, unitPrice: 1_000)]))
                _ = try await model.call(InvoiceOrder(order: order.id))
            }
            let browser = try await Program.browser("ada", roles: .office, site)
            try await invoice()
            for path in ["/invoices", "/invoices/1"] {
                let page = try await browser.get(path)
                #expect(page.body.contains("1,000.00") && !page.body.contains("Gross"), "\(path)")
                #expect(!page.body.contains(">Tax<"), "\(path)")
            }
            _ = try await model.call(
                SetSeller(name: "F", vatId: "DE136695976", address: Address(countryCode: "DE")))
            try await invoice()
            for path in ["/invoices", "/invoices/2"] {
                let page = try await browser.get(path)
                for text in ["Gross", "1,190.00", "190.00"] {
                    #expect(page.body.contains(text), "\(path) \(text)")
                }
            }
            #expect(try await browser.get("/invoices/2").body.contains("S 19 %"))
            let plain = try await browser.get("/invoices/1")
            #expect(!plain.body.contains("Gross"))
            let json = try await browser.get("/invoices/2", "Accept: application/json")
            #expect(json.body.contains(#""gross":1190"#) && json.body.contains(#""category":"S""#))
        }
    }

    @Test func whoMayNotSeeOrdersIsNotSentThere() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            let order = try await model.call(
                PlaceOrder(lines: [.init(product: "P", quantity: 1, unitPrice: 1)]))
            _ = try await model.call(InvoiceOrder(order: order.id))
            let orders = try #require(try await site.site.tree().node(ofBasetype: "orders"))
            _ = try await model.call(SetRule(node: orders.id, role: "accounting", rights: []))
            let browser = try await Program.browser("ada", roles: ["accounting"], site)
            let page = try await browser.get("/invoices/1")
            #expect(page.status == 200 && !page.body.contains("/orders/1") && page.body.contains("D1"))
            let hidden = try await browser.get("/orders/1")
            #expect(hidden.status == 403)
        }
    }
}
