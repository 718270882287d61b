import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Numbers and codes: the same in files, JSON, forms and SQL.
@Suite struct CodeTests {
    private func order(_ number: String, _ product: String, for customer: String? = nil) -> PlaceOrder {
        PlaceOrder(
            number: number, customer: customer, lines: [.init(product: product, quantity: 1, unitPrice: 1)])
    }

    @Test func twoThatLookTheSameAreTheSame() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(order("\u{C4}-77", "K22-e\u{301}", for: "Ren\u{E9}"))
            let again = await #expect(throws: ModelError.self) {
                try await model.call(order("A\u{308}-77", "K22-\u{E9}"))
            }
            #expect(again?.message.contains("exists already") == true)
            let report = try await model.imported(
                """
                order no,sku,qty,price,customer
                K22-\u{E9},K22-\u{E9},1,1,Ren\u{E9}
                K22-e\u{301},K22-e\u{301},1,1,Rene\u{301}

                """)
            #expect(report.accepted == 2 && report.orders == 1)
            let products = try await database.store.rows("select code from sales.product", as: String.self)
            #expect(products.map { Array($0.utf8) } == [Array("K22-\u{E9}".utf8)])
            var list = ListOrders()
            list.customer = "Rene\u{301}"
            #expect(try await model.call(list).orders.count == 2)
            list.number = "A\u{308}"
            let found = try await model.call(list).orders
            #expect(found.count == 1)
            _ = try await model.call(InvoiceOrder(order: try #require(found.first).id))
            var invoices = ListInvoices()
            (invoices.customer, invoices.order) = ("Rene\u{301}\u{A0}", "A\u{308}")
            #expect(try await model.call(invoices).invoices.count == 1)
        }
    }

    @Test func sqlTakesTheNormalFormOnly() async throws {
        try await withDatabase(business: true) { database in
            for (number, product, customer, country) in [
                ("e\u{301}", "A", "B", "C"), ("1", "e\u{301}", "B", "C"), ("1", "A", "e\u{301}", "C"),
                ("1", "A", "B", "e\u{301}"),
            ] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.query(
                        """
                        select sales.place_order(
                          \(number), \(customer), \(country), '2020-01-01',
                          jsonb_build_array(jsonb_build_object('product', \(product)::text, 'quantity', 1, 'unitPrice', 1)))
                        """)
                }
                #expect(error?.message.contains("another form than NFC") == true)
            }
        }
    }

    @Test(arguments: [
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
        "=\"#REF!\"", "\u{A0}#N/A",
    ])
    func anErrorOfASpreadsheetIsRefusedByEveryWay(text: String) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let placed = [order(text, "A"), order("1", text), order("1", "A", for: text)]
            let inCountry = PlaceOrder(
                number: "1", country: text, lines: [.init(product: "A", quantity: 1, unitPrice: 1)])
            for order in placed + [inCountry] {
                let error = await #expect(throws: ModelError.self) { try await model.call(order) }
                #expect(error?.message.contains("is an error of a spreadsheet") == true)
            }
            let field = "\"" + text.replacing("\"", with: "\"\"") + "\""
            let report = try await model.imported(
                "order no,sku,qty,price,description\n\(field),A,1,1,x\n2,\(field),1,1,x\n3,A,1,1,\(field)\n")
            #expect(report.rejected == 2 && report.accepted == 1, "a description may be one")
            let rejects = try await model.text(of: report.rejects)
            #expect(rejects.split(separator: "is an error of a spreadsheet").count == 3)
        }
    }
}
