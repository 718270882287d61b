import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct TaxRatesEngineTests {
    @Test func theRatesInForceAreListedAndOneIsSet() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: ["accounting"], site)
            let list = try await browser.get("/ledger/tax-rates?country=Finland&class=reduced&on=2025-12-31")
            #expect(list.body.contains("FI Finland") && list.body.contains("14 %"), "\(list.body)")
            #expect(list.body.contains("2025-12-31</td>") && !list.body.contains("13.5 %"))
            #expect(list.body.contains(#"value="Finland""#) && list.body.contains(#""reduced" selected"#))
            let form = try await browser.get("/ledger/tax-rates/new?country=FI")
            #expect(form.body.contains(#"value="FI""#) && form.body.contains("begins on a later day"))
            let fields: KeyValuePairs = [
                "country": "FI", "class": "standard", "from": "2999-01-01", "rate": "0.26",
            ]
            let set = try await browser.post("/ledger/tax-rates/new", form: fields)
            #expect(set.status == 303 && set["location"] == "/ledger/tax-rates", "\(set.body)")
            let all = try await browser.get("/ledger/tax-rates")
            for text in ["26 %", "to come", "2998-12-31"] { #expect(all.body.contains(text), "\(text)") }
            let audit = try await site.site.model.auditEntries().map { "\($0.action) \($0.target)" }
            #expect(audit.contains("tax-rate.set FI standard 2999-01-01"), "\(audit)")
            let wrong = try await browser.post(
                "/ledger/tax-rates/new", form: ["country": "FI", "class": "standard", "rate": "26"])
            #expect(wrong.status == 422 && wrong.body.contains("a share between 0 and 1"), "\(wrong.body)")
        }
    }

    @Test func anEmptyListSaysWhatToDo() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: ["accounting"], site)
            let none = try await browser.get("/ledger/tax-rates?country=JP")
            #expect(none.body.contains("No rate matches.") && none.body.contains("/new?country=JP"))
            try await database.store.query("delete from accounting.tax_rate")
            let empty = try await browser.get("/ledger/tax-rates")
            #expect(empty.body.contains("There are no rates of tax yet") && empty.body.contains("/new\">Set"))
            let program = try await Program("bob", roles: ["read-only"], site)
            let data = try await program.get("/ledger/tax-rates")
            #expect(data.status == 200 && data.body.contains(#""rates":[]"#))
            #expect(data.body.contains(#""things":"tax rates""#), "\(data.body)")
            #expect(try await program.get("/ledger/tax-rates?limit=5").status == 400)
            #expect(try await program.get("/ledger/tax-rates/new").status == 403)
            #expect(try await program.post("/ledger/tax-rates/new", "{}").status == 403)
            #expect(try await program.get("/ledger/tax-rates?class=zero").status == 400)
        }
    }

    @Test func whatInvoicesBearIsNotChanged() async throws {
        try await withFunctions { site, database in
            let model = database.model()
            _ = try await model.call(
                SetSeller(name: "F", vatId: "DE136695976", address: Address(countryCode: "DE")))
            let order = try await model.call(
                PlaceOrder(quote: true, lines: [.init(product: "P", quantity: 1, unitPrice: 1_000)]))
            let browser = try await Program.browser("ada", roles: .office, site)
            let quote = try await browser.get("/orders/1")
            for text in ["Expected tax", "19 %", "190.00", "1,190.00"] {
                #expect(quote.body.contains(text), "\(text)")
            }
            let data = try await browser.get("/orders/1", "Accept: application/json")
            #expect(data.body.contains(#""gross":1190"#), "\(data.body)")
            _ = try await model.call(ConfirmOrder(order: order.id))
            _ = try await model.call(InvoiceOrder(order: order.id))
            #expect(try await browser.get("/orders/1").body.contains("Expected tax") == false)
            let program = try await Program("bob", roles: ["accounting"], site)
            let refused = try await program.post(
                "/ledger/tax-rates/new",
                #"{"country": "DE", "class": "standard", "from": "2021-01-01", "rate": 0.2}"#)
            #expect(refused.status == 409, "\(refused.body)")
            #expect(refused.body.contains("invoices bear the 19 %"), "\(refused.body)")
        }
    }
}
