import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// A quote is changed in a form until it is confirmed.
@Suite struct QuoteFormTests {
    /// Places a quote of two lines, and returns it.
    private static func quote(_ database: TestDatabase) async throws -> Order {
        try await database.model().call(
            PlaceOrder(
                number: "Q<1>", customer: "K", quote: true,
                invoiceAddress: Address(lines: ["Road 1", "Floor 2"], city: "Aarhus", countryCode: "DK"),
                lines: [
                    .init(product: "A", description: "Tea", quantity: 3, unitPrice: 10, discount: 0.5),
                    .init(product: "B", quantity: 1, unitPrice: 4),
                ]))
    }

    @Test func theFormShowsTheQuoteAndChangesIt() async throws {
        try await withFunctions { site, database in
            let order = try await Self.quote(database)
            let path = "/orders/\(order.id)/change"
            let browser = try await Program.browser("ada", roles: .office, site)
            #expect(try await browser.get("/orders/\(order.id)").body.contains("href=\"\(path)\""))
            let form = try await browser.get(path).body
            for field in [
                #"name="customer" type="text" inputmode="text" value="K""#,
                #"name="invoiceAddress.lines[1]" type="text" inputmode="text" value="Floor 2""#,
                #"name="lines[0].description" type="text" inputmode="text" value="Tea""#,
                #"name="lines[0].discount" type="text" inputmode="decimal" value="0.5""#,
                #"name="lines[1].unitPrice" type="text" inputmode="decimal" value="4""#,
                #"name="lines[4].product" type="text" inputmode="text" value="""#,
            ] {
                #expect(form.contains(field), "\(field) in \(form)")
            }
            #expect(!form.contains(#"name="lines[5]"#) && !form.contains("undoesLine"))
            #expect(!form.contains(#"name="clear"#))

            let saved = try await browser.post(
                path,
                form: [
                    "customer": "L", "country": "", "orderedOn": "2026-11-01", "currency": "EUR",
                    "invoiceAddress.lines[0]": "", "deliveryAddress.city": "Odense",
                    "lines[0].product": "", "lines[0].quantity": "", "lines[1].product": "B",
                    "lines[1].quantity": "2", "lines[1].unitPrice": "4", "lines[3].product": "C",
                    "lines[3].quantity": "1", "lines[3].unitPrice": "1",
                ])
            #expect(saved.status == 303 && saved["location"] == "/orders/\(order.id)", "\(saved.body)")
            let changed = try await database.model().call(FindOrder(order: order.id)).order
            #expect(changed.lines.map(\.product) == ["B", "C"] && changed.total == 9)
            #expect(changed.customer == "L" && changed.currency == "EUR")
            #expect(changed.orderedOn == Day("2026-11-01") && changed.status == .quote)
            #expect(changed.invoiceAddress == nil, "what is left empty is emptied")
            #expect(changed.deliveryAddress?.city == "Odense")
            let audit = try await database.model().auditEntries()
            #expect(audit.contains { $0.action == "order.change" && $0.target == "Q<1>" })
        }
    }

    @Test func whatCannotBeAnOrderIsShownAgain() async throws {
        try await withFunctions { site, database in
            let order = try await Self.quote(database)
            let path = "/orders/\(order.id)/change"
            let browser = try await Program.browser("ada", roles: .office, site)
            let none = try await browser.post(path, form: ["customer": "K", "lines[0].product": ""])
            #expect(none.status == 422 && none.body.contains("the order has no lines"), "\(none.body)")
            let many = try await browser.post(
                path, form: ["lines[0].product": "A\"", "lines[0].quantity": "many"])
            #expect(many.status == 422 && many.body.contains("is not a number: “many”"))
            #expect(many.body.contains("value=\"A&quot;\""))
            #expect(try await database.model().call(FindOrder(order: order.id)).order == order)
        }
    }

    @Test func aConfirmedOrderIsRefusedWithWords() async throws {
        try await withFunctions { site, database in
            let order = try await Self.quote(database)
            let path = "/orders/\(order.id)/change"
            let browser = try await Program.browser("ada", roles: .office, site)
            _ = try await database.model().call(ConfirmOrder(order: order.id))
            #expect(!(try await browser.get("/orders/\(order.id)").body.contains(path)))
            let form = try await browser.get(path)
            #expect(form.status == 409 && form.body.contains("only a quote can be changed"), "\(form.body)")
            let late = try await browser.post(
                path,
                form: ["lines[0].product": "A", "lines[0].quantity": "9", "lines[0].unitPrice": "1"])
            #expect(late.status == 409 && late.body.contains("is confirmed: only a quote can be changed"))
            #expect(late.body.contains(#"value="9""#), "nothing of the form is lost")
            #expect(try await database.model().call(FindOrder(order: order.id)).order.total == 19)
        }
    }

    @Test func aProgramChangesOnlyWhatItSays() async throws {
        try await withFunctions { site, database in
            let order = try await Self.quote(database)
            let path = "/orders/\(order.id)/change"
            let program = try await Program("ada", roles: .office, site)
            let changed = try await program.post(path, #"{"country": "Denmark", "clear": ["customer"]}"#)
            #expect(changed.status == 200 && changed.body.contains(#""total":19"#), "\(changed.body)")
            let now = try await database.model().call(FindOrder(order: order.id)).order
            #expect(now.customer == nil && now.country == "Denmark" && now.lines == order.lines)
            #expect(try await program.get(path).body.contains(#""lines""#), "its shape")
            _ = try await site.site.model.call(SetUpRoles())
            let reader = try await Program("bob", roles: ["warehouse"], site)
            #expect(try await reader.get(path).status == 403)
            #expect(try await reader.post(path, "{}").status == 403)
        }
    }

    @Test func aQuoteOfManyLinesIsNotCut() async throws {
        try await withFunctions { site, database in
            let line = PlaceOrder.Line(product: "A", quantity: 1, unitPrice: 1)
            let order = try await database.model().call(
                PlaceOrder(quote: true, lines: Array(repeating: line, count: 151)))
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get("/orders/\(order.id)/change")
            #expect(form.status == 409 && form.body.contains("has 151 lines"), "\(form.body)")
        }
    }
}
