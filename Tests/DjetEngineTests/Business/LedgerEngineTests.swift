import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct LedgerEngineTests {
    /// Invoices an order of a customer.
    private func invoice(_ amount: Decimal, _ customer: String, _ model: Model) async throws -> InvoiceSummary
    {
        let order = try await model.call(
            PlaceOrder(customer: customer, lines: [.init(product: "A", quantity: 1, unitPrice: amount)]))
        return try await model.call(InvoiceOrder(order: order.id))
    }

    @Test func aPaymentIsRecordedAndLeadsToItsEntry() async throws {
        try await withFunctions { site, database in
            let model = database.model()
            _ = try await invoice(1_200, "K & Co", model)
            let browser = try await Program.browser("ada", roles: .office, site)
            let empty = try await browser.get("/payments")
            #expect(empty.body.contains("There are no payments yet."))
            let items = try await browser.get("/ledger/open-items?customer=K+%26+Co")
            #expect(items.body.contains("1,200.00"))
            #expect(items.body.contains("/payments/new?customer=K%20%26%20Co"), "\(items.body)")
            let form = try await browser.get("/payments/new?customer=K+%26+Co")
            let key = String(try #require(form.body.firstMatch(of: #/name="_key" value="([^"]+)"/#)).1)
            #expect(form.body.contains(#"value="K &amp; Co""#))
            for _ in 0..<2 {
                let paid = try await browser.post(
                    "/payments/new",
                    form: ["_key": key, "amount": "1300", "customer": "K & Co", "reference": "<b>thanks"])
                #expect(paid.status == 303 && paid["location"] == "/payments/1", "\(paid.body)")
            }
            let payment = try await browser.get("/payments/1")
            #expect(payment.body.contains("invoice 1</a>") && payment.body.contains("100.00"))
            #expect(payment.body.contains("&lt;b&gt;thanks") && !payment.body.contains("<b>thanks"))
            let list = try await browser.get("/payments?customer=K+%26+Co")
            #expect(list.body.contains("1,300.00") && list.body.contains(#"href="/payments/1""#))
            let path = try #require(payment.body.firstMatch(of: #/href="(\/ledger\/entries\/\d+)"/#)).1
            let entry = try await browser.get(String(path))
            #expect(entry.body.contains("1000 Bank") && entry.body.contains("\(path)/reverse"))
            let reversed = try await browser.post("\(path)/reverse", form: ["text": "bounced"])
            #expect(reversed.status == 303, "\(reversed.body)")
            #expect(try await browser.get(String(path)).body.contains("reverses it."))
            #expect(try await browser.get("/payments").body.contains(">reversed<"))
            #expect(try await browser.get("/ledger/entries/1").body.contains("/reverse") == false)
        }
    }

    @Test func anEntryBalancesAndAClosedPeriodStaysAsItIs() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: .office, site)
            func post(_ day: String, _ credit: String) async throws -> TestAnswer {
                try await browser.post(
                    "/ledger/entries/new",
                    form: [
                        "day": day, "text": "<rent>", "lines[0].account": "6000", "lines[0].amount": "700",
                        "lines[1].account": "1000", "lines[1].amount": credit,
                    ])
            }
            let wrong = try await post("2020-01-31", "-699")
            #expect(wrong.status == 422 && wrong.body.contains(#"value="-699""#), "\(wrong.body)")
            let booked = try await post("2020-01-31", "-700")
            #expect(booked.status == 303, "\(booked.body)")
            let entry = try await browser.get(try #require(booked["location"]))
            #expect(entry.body.contains("&lt;rent&gt;") && entry.body.contains("-700.00"))
            let form = try await browser.get("/ledger/close")
            #expect(form.body.contains("data-confirm="))
            let closed = try await browser.post("/ledger/close", form: ["upTo": "2020-01-31"])
            #expect(closed.status == 303 && closed["location"] == "/ledger", "\(closed.body)")
            #expect(try await browser.get("/ledger").body.contains("Closed up to 2020-01-31"))
            #expect(try await post("2020-01-31", "-700").status == 409)
            let audit = try await site.site.model.auditEntries().map(\.action)
            #expect(audit.contains("ledger.post") && audit.contains("ledger.close"))
        }
    }

    @Test func reportsCoverThePeriodOfTheAddress() async throws {
        try await withFunctions { site, database in
            let model = database.model()
            _ = try await invoice(10, "K", model)
            _ = try await invoice(20, "L", model)
            for day in ["2020-01-31", "2020-02-28"] {
                _ = try await model.call(
                    PostEntry(
                        day: Day(day), text: "Rent",
                        lines: [.init(account: "6000", amount: 7), .init(account: "1000", amount: -7)]))
            }
            let program = try await Program("ada", roles: .office, site)
            let january = try await program.get("/ledger?from=2020-01-01&to=2020-01-31")
            #expect(january.body.contains(#""debit":7,"#), "\(january.body)")
            let profit = try await program.get("/ledger/profit-and-loss")
            #expect(profit.body.contains(#""result":16"#), "\(profit.body)")
            let sheet = try await program.get("/ledger/balance-sheet?on=2020-01-31", "Accept: text/html")
            #expect(sheet.body.contains("-7.00") && sheet.body.contains("At the end of 2020-01-31"))
            let first = try await program.get("/ledger/account?code=1000&limit=1")
            #expect(first.body.contains("2020-01-31") && !first.body.contains("2020-02-28"))
            let next = try #require(first.body.firstMatch(of: #/"nextPath":"([^"]+)"/#)).1
            let second = try await program.get(String(next))
            #expect(second.body.contains("2020-02-28") && second.body.contains(#""balance":-14"#))
            let statement = try await program.get("/ledger/account?code=1200", "Accept: text/html")
            #expect(statement.body.contains("invoice 2") && statement.body.contains("30.00"))
            for (path, status) in [
                ("/ledger/account", 400), ("/ledger/account?code=77", 404), ("/ledger/entries/99", 404),
                ("/ledger?from=x", 400), ("/ledger?from=2020-02-01&to=2020-01-31", 422),
                ("/ledger/open-items?overdue=no", 400), ("/payments/9", 404),
            ] {
                #expect(try await program.get(path).status == status, "\(path)")
            }
        }
    }

    @Test func theSellerIsSetAndTheTaxReported() async throws {
        try await withFunctions { site, database in
            let model = database.model()
            let browser = try await Program.browser("ada", roles: .office, site)
            #expect(try await browser.get("/ledger/tax").body.contains("Nothing was invoiced"))
            #expect(try await browser.get("/ledger/seller").body.contains(#"name="vatId""#))
            let form: KeyValuePairs = [
                "name": "A & B", "vatId": "DE 136695976", "address.countryCode": "Germany",
            ]
            let saved = try await browser.post("/ledger/seller", form: form)
            #expect(saved.status == 303 && saved["location"] == "/ledger/seller", "\(saved.body)")
            let page = try await browser.get("/ledger/seller")
            #expect(page.body.contains("A &amp; B") && page.body.contains("DE136695976"))
            let wrong = try await browser.post("/ledger/seller", form: ["vatId": "FR40303265045"])
            #expect(wrong.status == 422, "\(wrong.body)")
            _ = try await invoice(1_000, "K", model)
            let report = try await browser.get("/ledger/tax?from=2020-01-01")
            #expect(report.body.contains("19 %") && report.body.contains("190.00"), "\(report.body)")
            let path = try #require(report.body.firstMatch(of: #/href="(\/ledger\/tax\.csv[^"]*)"/#)).1
            #expect(path.hasSuffix("from=2020-01-01"))
            let file = try await browser.get(String(path))
            #expect(file["content-type"]?.hasPrefix("text/csv") == true)
            #expect(file.body.hasPrefix("category,name,rate,invoices,net,tax\r\nS,Taxed,0.19,1,1000"))
            let none = try await browser.get("/ledger/tax.csv?to=2020-01-01")
            #expect(none.body == "category,name,rate,invoices,net,tax\r\n")
        }
    }
}
