import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct GoodsEngineTests {
    @Test func aCustomerIsAddedFoundAndChanged() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: [], site)
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
            let program = try await Program("ada", roles: [], site)
            _ = try await program.post("/products", #"{"code":"P","name":"Tea","unit":"KGM"}"#)
            let changed = try await program.post("/products", #"{"code":"P","taxClass":"reduced"}"#)
            #expect(changed.status == 200 && changed.body.contains(#""unit":"KGM""#), "\(changed.body)")
            let wrong = try await program.post("/products", #"{"code":"P","unit":"ZZZ"}"#)
            #expect(wrong.status == 422 && wrong.body.contains("unit: "))
            let page = try await program.get("/products?search=te&limit=1")
            #expect(page.body.contains(#""code":"P""#) && page.body.contains(#""nextPath":"""#))
        }
    }
}
