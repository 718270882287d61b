import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct TodayEngineTests {
    @Test func itCountsWhatIsToBeDoneAndLeadsThere() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let quiet = try await browser.get("/today")
            #expect(quiet.body.contains("Nothing was invoiced in the last 12 months."))
            let model = database.model()
            for _ in 0..<2 {
                _ = try await model.call(
                    PlaceOrder(customer: "K", lines: [.init(product: "A", quantity: 1, unitPrice: 1_234)]))
            }
            _ = try await model.call(InvoiceOrder(order: 1))
            let page = try await browser.get("/today")
            #expect(page.body.contains(#"href="/shipping"><b>2</b>"#), "\(page.body)")
            #expect(page.body.contains(#"href="/orders?state=open"><b>1</b>"#))
            #expect(page.body.contains("<svg") && page.body.contains("1,234.00"))
            let program = try await Program("bob", roles: .office, site)
            let data = try await program.get("/today")
            #expect(data.body.contains(#""net":1234"#) && !data.body.contains("svg"), "\(data.body)")
        }
    }

    @Test func rolesSeeAndDoWhatTheyAreFor() async throws {
        try await withFunctions { site, _ in
            let model = site.site.model
            let paths = try await model.call(SetUpRoles()).paths
            #expect(paths.contains("/ledger") && paths.contains("/functions/place-order"))
            _ = try await model.call(SetUpRoles())
            let closed = try await Program("nobody", roles: [], site)
            let expected: [(role: String, views: [String], uses: [String], neither: [String])] = [
                ("sales", ["/invoices", "/shipping"], ["/orders", "/customers"], ["/ledger", "/payments"]),
                ("warehouse", ["/orders"], ["/stock", "/shipping"], ["/invoices", "/ledger"]),
                ("accounting", ["/stock"], ["/ledger", "/payments", "/orders"], []),
                ("read-only", ["/ledger", "/stock", "/orders", "/today"], [], []),
            ]
            for (role, views, uses, neither) in expected {
                let program = try await Program("of-\(role)", roles: [role], site)
                for path in views + uses {
                    #expect(try await program.get(path).status == 200, "\(role) \(path)")
                }
                for path in neither {
                    #expect(try await program.get(path).status == 403, "\(role) \(path)")
                }
                for path in views + neither {
                    let answer = try await program.post(path, "{}")
                    #expect([403, 405].contains(answer.status), "\(role) \(path) \(answer.status)")
                }
            }
            let warehouse = try await Program("w", roles: ["warehouse"], site)
            let today = try await warehouse.get("/today")
            #expect(today.body.contains("to ship") && !today.body.contains("overdue"), "\(today.body)")
            #expect(today.body.contains(#""months":[]"#))
            #expect(try await closed.get("/today").status == 403)
            let booked = try await Program("r", roles: ["read-only"], site).post("/payments/new", "{}")
            #expect(booked.status == 403)
        }
    }

    @Test func theDocumentNamesTheFormsArguments() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: .office, site)
            let document = try await program.get("/openapi.json")
            for path in [
                "/stock/receive", "/stock/product", "/shipping/{id}/ship", "/shipping/parcels/{id}",
                "/ledger/entries/{id}/reverse", "/ledger/profit-and-loss", "/payments/new", "/today",
                "/payments/bank/{id}/assign", "/payments/import", "/reminders/new",
            ] {
                #expect(document.body.contains("\"\(path)\""), "\(path)")
            }
            #expect(document.body.contains("trackingNumber"))
        }
    }
}
