import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct GoodsEngineTests {
    @Test func aCustomerIsAddedFoundAndChanged() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let empty = try await browser.get("/customers")
            #expect(empty.body.contains("There are no customers yet.") && empty.body.contains("Add one"))
            let saved = try await browser.post(
                "/customers",
                form: [
                    "code": "A/1 &", "name": "<b>Ada", "vatId": "DK 13585628",
                    "invoiceAddress.lines[0]": "1 High St", "invoiceAddress.city": "Aarhus",
                ])
            #expect(saved.status == 303, "\(saved.body)")
            let form = try await browser.get(try #require(saved["location"]))
            #expect(
                form.status == 200 && form.body.contains("&lt;b&gt;Ada") && form.body.contains("1 High St"))
            let again = try await browser.post(
                "/customers", form: ["code": "A/1 &", "email": "a@example.org"])
            #expect(again.status == 303)
            let customer = try await database.model().call(FindCustomer(code: "A/1 &"))
            #expect(customer.email == "a@example.org" && customer.name == nil, "the form was sent without it")
            #expect(customer.invoiceAddress == nil)
            let list = try await browser.get("/customers?search=a%2F1")
            #expect(list.body.contains("a@example.org") && list.body.contains("code=A%2F1"))
            #expect(try await browser.get("/customers?search=zz").body.contains("No customer is found"))
        }
    }

    @Test func aProgramChangesOnlyWhatItSays() async throws {
        try await withFunctions { site, database in
            let program = try await Program("ada", roles: .office, site)
            _ = try await program.post("/products", #"{"code":"P","name":"Tea","unit":"KGM"}"#)
            let changed = try await program.post("/products", #"{"code":"P","taxClass":"reduced"}"#)
            #expect(changed.status == 200 && changed.body.contains(#""unit":"KGM""#), "\(changed.body)")
            let wrong = try await program.post("/products", #"{"code":"P","unit":"ZZZ"}"#)
            #expect(wrong.status == 422 && wrong.body.contains("unit: "))
            let page = try await program.get("/products?search=te&limit=1")
            #expect(page.body.contains(#""code":"P""#) && page.body.contains(#""nextPath":"""#))
        }
    }

    /// Categories are words of the shop, also those that a catalog has.
    @Test func aCategoryIsNotTranslated() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: .office, site)
            for category in ["Orders", "2026-11-30"] {
                _ = try await browser.post("/products", form: ["code": "P", "category": category])
                let page = try await browser.get("/products", "Accept-Language: da")
                #expect(page.body.contains(#"<td data-label="Kategori">\#(category)</td>"#), "\(page.body)")
            }
        }
    }

    @Test func aSupplierIsAddedFoundAndChanged() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let empty = try await browser.get("/suppliers")
            #expect(empty.body.contains("There are no suppliers yet.") && empty.body.contains("New supplier"))
            #expect(empty.body.contains("/suppliers/import") && empty.body.contains("/suppliers/export"))
            let saved = try await browser.post(
                "/suppliers",
                form: ["code": "S/1", "name": "<i>Sam", "email": "s@example.org", "currency": "eur"])
            #expect(saved.status == 303 && saved["location"] == "/suppliers/edit?code=S%2F1", "\(saved.body)")
            #expect(try await browser.get("/suppliers/edit?code=S%2F1").body.contains("&lt;i&gt;Sam"))
            let again = try await browser.post("/suppliers", form: ["code": "S/1", "name": "Sam"])
            #expect(again.status == 303)
            let supplier = try await database.model().call(FindSupplier(code: "S/1"))
            #expect(supplier.name == "Sam" && supplier.email == nil && supplier.currency == nil)
            #expect(try await browser.get("/suppliers?search=sam").body.contains("code=S%2F1"))
            #expect(try await browser.get("/suppliers?search=zz").body.contains("No supplier is found"))
            let wrong = try await browser.post("/suppliers", form: ["code": "S/1", "currency": "XQZ"])
            #expect(wrong.status == 422 && wrong.body.contains("ISO 4217 has no currency XQZ"))
            _ = try await browser.post("/products", form: ["code": "P", "supplier": "S/1"])
            let product = try await browser.get("/products/edit?code=P")
            #expect(product.body.contains("href=\"/suppliers/edit?code=S%2F1\""), "\(product.body)")
        }
    }

    @Test func aPriceListIsMadeAndFilled() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            #expect(try await browser.get("/price-lists").body.contains("There are no price lists yet."))
            let made = try await browser.post(
                "/price-lists", form: ["code": "r & d", "name": "<b>Retail", "currency": "EUR"])
            #expect(made.status == 303, "\(made.body)")
            let list = try await browser.get("/price-lists?search=%3Cb%3Er")
            #expect(list.body.contains("&lt;b&gt;Retail") && list.body.contains("prices?list=r%20%26%20d"))
            let form = try await browser.get("/price-lists/price?list=r+%26+d&product=A")
            #expect(form.body.contains(#"value="r &amp; d""#) && form.body.contains(#"value="A""#))
            let unknown = try await browser.post(
                "/price-lists/price", form: ["list": "r & d", "product": "A", "unitPrice": "2"])
            #expect(unknown.status == 422 && unknown.body.contains("there is no product A"))
            _ = try await browser.post("/products", form: ["code": "A"])
            for (day, price) in [("2020-01-01", "2.5"), ("2026-01-01", "3")] {
                let set = try await browser.post(
                    "/price-lists/price",
                    form: ["list": "r & d", "product": "A", "from": day, "unitPrice": price])
                #expect(set.status == 303 && set["location"] == "/price-lists/prices", "\(set.body)")
            }
            let all = try await browser.get("/price-lists/prices?product=A")
            #expect(all.body.contains("2.50") && all.body.contains("3.00"))
            #expect(all.body.contains(#"href="/products/edit?code=A""#))
            let then = try await browser.get("/price-lists/prices?on=2021-06-01&list=r+%26+d")
            #expect(then.body.contains("2.50") && !then.body.contains("3.00"))
            let program = try await Program("bob", roles: .office, site)
            let first = try await program.get("/price-lists/prices?limit=1")
            let next = try #require(first.body.firstMatch(of: #/"nextPath":"([^"]+)"/#)).1
            #expect(try await program.get(String(next)).body.contains("2026-01-01"))
            let removed = try await browser.post(
                "/price-lists/price", form: ["list": "r & d", "product": "A", "from": "2026-01-01"])
            #expect(removed.status == 303)
            #expect(try await database.model().call(ListPrices()).prices.map(\.unitPrice) == [2.5])
            let audit = try await database.model().auditEntries()
            #expect(audit.contains { $0.action == "price.set" && $0.target == "r & d A" })
            #expect(audit.contains { $0.action == "price-list.set" })
            let shut = try await browser.post(
                "/price-lists", form: ["code": "r & d", "currency": "EUR", "validTo": "2020-12-31"])
            #expect(shut.status == 303)
            let found = try await database.model().call(FindPriceList(code: "r & d"))
            #expect(found.validTo == Day("2020-12-31") && found.name == nil, "the form was sent without it")
        }
    }

    @Test func rolesSeeAndSetPricesAndSuppliers() async throws {
        try await withFunctions { site, _ in
            _ = try await site.site.model.call(SetUpRoles())
            let expected: [(role: String, suppliers: (Int, Int), prices: (Int, Int))] = [
                ("sales", (200, 403), (200, 422)), ("warehouse", (200, 422), (403, 403)),
                ("accounting", (200, 422), (200, 403)), ("read-only", (200, 403), (200, 403)),
            ]
            for (role, suppliers, prices) in expected {
                let program = try await Program("of-\(role)", roles: [role], site)
                #expect(try await program.get("/suppliers").status == suppliers.0, "\(role)")
                #expect(try await program.post("/suppliers", "{}").status == suppliers.1, "\(role)")
                #expect(try await program.get("/price-lists").status == prices.0, "\(role)")
                #expect(try await program.post("/price-lists/price", "{}").status == prices.1, "\(role)")
            }
        }
    }
}
