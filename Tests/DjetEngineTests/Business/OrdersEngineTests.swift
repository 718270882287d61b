import DjetEngine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct OrdersEngineTests {
    static let line = #"{"product":"A","quantity":2,"unitPrice":1.25}"#

    static func orders(_ database: TestDatabase) async throws -> Int {
        try await database.store.first("select count(*) from sales.order", as: Int.self) ?? -1
    }

    @Test func anOrderIsPlacedByHandAndInvoiced() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get("/orders/new")
            #expect(form.status == 200 && form.body.contains(#"name="lines[9].unitPrice""#))
            let placed = try await browser.post(
                "/orders",
                form: [
                    "number": "", "customer": "<i>&", "country": "", "orderedOn": "2026-11-01",
                    "lines[0].product": "A\"", "lines[0].description": "<script>x</script>",
                    "lines[0].quantity": "3", "lines[0].unitPrice": "0.335", "lines[4].product": "",
                    "lines[4].quantity": "",
                ])
            #expect(placed.status == 303, "\(placed.body)")
            let path = try #require(placed["location"])
            let page = try await browser.get(path)
            #expect(page.body.contains("Order D1") && page.body.contains("1.01"))
            #expect(page.body.contains("&lt;script&gt;x") && !page.body.contains("<script>x"))
            #expect(page.body.contains("&lt;i&gt;&amp;") && !page.body.contains("<i>"))

            let invoiced = try await browser.post("\(path)/invoice", form: ["_way": "now"])
            #expect(invoiced.status == 303 && invoiced["location"]?.hasPrefix("/invoices/") == true)
            let invoice = try await browser.get(invoiced["location"] ?? "")
            #expect(invoice.status == 200 && invoice.body.contains("href=\"\(path)\""))
            let order = try await browser.get(path)
            #expect(order.body.contains("href=\"\(invoiced["location"] ?? "")\""))
            #expect(!order.body.contains("Invoice now"))
            let audit = try await database.model().auditEntries().map(\.action)
            #expect(audit.contains("order.place") && audit.contains("order.invoice"))
        }
    }

    @Test func aLongOrderIsShownByAThousandLines() async throws {
        try await withFunctions { site, database in
            let line = PlaceOrder.Line(product: "A", quantity: 1, unitPrice: 1)
            let order = try await database.model().call(
                PlaceOrder(lines: Array(repeating: line, count: 1_001)))
            #expect(order.lineCount == 1_001 && order.lines.map(\.number) == Array(1...1_000))
            let program = try await Program("ada", roles: .office, site)
            let page = try await program.get("/orders/\(order.id)", "Accept: text/html")
            #expect(page.body.contains("The first 1000 of 1,001 lines are shown"), "\(page.status)")
            #expect(page.body.contains("1,001.00"), "the total is that of all")
            let path = "/orders/\(order.id)?after=1000"
            #expect(page.body.contains(#"rel="next" href="\#(path)""#) && !page.body.contains("First lines"))
            let last = try await program.get(path, "Accept: text/html")
            #expect(last.body.contains("1 of 1,001 lines are shown, those after line 1,000."))
            #expect(last.body.contains("First lines") && !last.body.contains(#"rel="next""#))
            let first = try await program.get("/orders/\(order.id)")
            #expect(first.body.contains(#""next":1000"#) && first.body.contains(#""nextPath":"\#(path)""#))
            let rest = try await program.get(path)
            #expect(rest.body.contains(#""number":1001"#) && !rest.body.contains(#""number":1000"#))
            #expect(rest.body.contains(#""nextPath":"""#) && !rest.body.contains(#""next":"#))
            let beyond = try await program.get("/orders/\(order.id)?after=5000")
            #expect(beyond.status == 200 && beyond.body.contains(#""lines":[]"#))
            #expect(try await program.get("/orders/\(order.id)?after=0").status == 400)
        }
    }

    @Test func anOrderOfOneWholePageHasNoNextOne() async throws {
        try await withFunctions { site, database in
            let line = PlaceOrder.Line(product: "A", quantity: 1, unitPrice: 1)
            let order = try await database.model().call(
                PlaceOrder(lines: Array(repeating: line, count: 1_000)))
            let program = try await Program("ada", roles: .office, site)
            let page = try await program.get("/orders/\(order.id)", "Accept: text/html")
            #expect(page.status == 200 && !page.body.contains("lines are shown"))
            #expect(!page.body.contains(#"rel="next""#))
        }
    }

    @Test func whatIsPastedIntoTheFormMeansWhatItMeansInAFile() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let placed = try await browser.post(
                "/orders",
                form: [
                    "number": "\u{A0}7\u{200B}", "customer": "=\"007\"", "country": "Den\u{200B}mark\u{A0}",
                    "lines[0].product": "\u{FEFF}P1\u{A0}", "lines[0].description": "'=1+1",
                    "lines[0].quantity": "1", "lines[0].unitPrice": "1",
                ])
            #expect(placed.status == 303, "\(placed.body)")
            let model = database.model()
            let file = try await model.storeFile(name: "orders.csv", mimeType: "text/csv") {
                try await $0.write(
                    Array("order no,sku,description,qty,price,customer\n8,P1,'=1+1,1,1,007\n".utf8))
            }
            #expect(try await model.call(ImportOrders(file: file)).accepted == 1)
            let orders = try await database.store.rows(
                """
                select concat_ws('|', o.number, o.customer, o.country, l.product_code, l.description)
                from sales.order o
                join sales.order_line l on l.order_number = o.number
                order by o.number
                """, as: String.self)
            #expect(orders == ["7|007|Denmark|P1|=1+1", "8|007|P1|=1+1"])
        }
    }

    @Test func anOrderThatWillNotDoIsShownAgain() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let wrong = try await browser.post(
                "/orders", form: ["customer": "C\"1", "lines[0].product": "A", "lines[0].quantity": "many"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("C&quot;1") && wrong.body.contains("is not a whole number") == false)
            #expect(wrong.body.contains("is not a number: “many”"))
            let empty = try await browser.post("/orders", form: ["customer": "C"])
            #expect(empty.status == 422 && empty.body.contains("has no lines"))
            #expect(try await Self.orders(database) == 0)
        }
    }

    @Test func aFormThatIsSentTwicePlacesOneOrder() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get("/orders/new")
            let key = String(try #require(form.body.firstMatch(of: #/name="_key" value="([^"]+)"/#)).1)
            func send(_ quantity: String) async throws -> TestAnswer {
                try await browser.post(
                    "/orders",
                    form: [
                        "_key": key, "lines[0].product": "A", "lines[0].quantity": quantity,
                        "lines[0].unitPrice": "1",
                    ])
            }
            async let one = send("1")
            async let two = send("1")
            let answers = try await [one, two]
            #expect(answers.map(\.status) == [303, 303])
            #expect(answers[0]["location"] == answers[1]["location"])
            #expect(try await Self.orders(database) == 1)
            let other = try await send("2")
            #expect(other.status == 409 && other.body.contains("D1") && !other.body.contains(key))
        }
    }

    @Test func aProgramPlacesAnOrderOnce() async throws {
        try await withFunctions { site, database in
            let ada = try await Program("ada", roles: .office, site)
            let bob = try await Program("bob", roles: .office, site)
            let body = #"{"lines":[\#(Self.line)]}"#
            let headers = ["Content-Type: application/json", "Idempotency-Key: \"k1\""]
            var numbers: [String] = []
            for program in [ada, ada, bob] {
                let answer = try await site.ask("POST", "/orders", program.headers + headers, body: body)
                #expect(answer.status == 200)
                numbers.append(String(answer.body.firstMatch(of: #/"number":"(D\d+)"/#)?.1 ?? ""))
            }
            #expect(numbers == ["D1", "D1", "D2"], "a key is its user's own")
            let long = try await site.ask(
                "POST", "/orders",
                ada.headers + [headers[0], "Idempotency-Key: " + String(repeating: "k", count: 101)],
                body: body)
            #expect(long.status == 400)
            let function = try await site.ask(
                "POST", "/functions/place-order", ada.headers + headers, body: body)
            #expect(function.status == 200 && function.body.contains(#""number":"D1""#), "by every way")
            #expect(try await Self.orders(database) == 2)
        }
    }

    @Test(arguments: [
        (422, #"{"lines":[]}"#, "no lines"), (422, #"{"lines":[{"product":"A"}]}"#, "lines[0].quantity"),
        (422, #"{"lines":[\#(line)],"colour":1}"#, "colour"),
        (422, #"{"lines":[\#(line)],"customer":""}"#, "customer"), (400, "{", "JSON"),
        (422, #"{"lines":[{"product":"A","quantity":1e60,"unitPrice":1}]}"#, "100,000,000"),
        (409, #"{"lines":[\#(line)],"number":"7"}"#, "exists already"),
    ])
    func whatIsWrongIsSaid(status: Int, body: String, named: String) async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: .office, site)
            if status == 409 { _ = try await program.post("/orders", body) }
            let answer = try await program.post("/orders", body)
            #expect(answer.status == status && answer.body.contains(named), "\(answer.body)")
        }
    }

    @Test func aQuoteIsConfirmedOrCancelledByAButton() async throws {
        try await withFunctions { site, database in
            let browser = try await Program.browser("ada", roles: .office, site)
            let order = try await database.model().call(
                PlaceOrder(
                    quote: true, invoiceAddress: Address(lines: ["<b>Road 1"], city: "Aarhus"),
                    lines: [.init(product: "A", quantity: 3, unitPrice: 10, discount: 0.5)]))
            let path = "/orders/\(order.id)"
            let quote = try await browser.get(path)
            #expect(quote.body.contains(#"action="\#(path)/confirm""#) && !quote.body.contains("Invoice now"))
            #expect(quote.body.contains("&lt;b&gt;Road 1, ") && quote.body.contains("15.00"))
            #expect(try await browser.get("/orders?status=quote").body.contains(path))
            #expect(!(try await browser.get("/orders?status=confirmed").body.contains(path)))
            #expect(try await browser.post("\(path)/confirm", form: [:])["location"] == path)
            let confirmed = try await browser.get(path)
            #expect(confirmed.body.contains("Invoice now") && !confirmed.body.contains("\(path)/confirm"))
            #expect(confirmed.body.contains(#"action="\#(path)/cancel""#))
            _ = try await browser.post("\(path)/invoice", form: ["_way": "now"])
            let refused = try await browser.post("\(path)/cancel", form: [:])
            #expect(refused.status == 409 && refused.body.contains("Close the order, then return its lines"))
            #expect(try await browser.post("\(path)/close", form: [:]).status == 303)
            let closed = try await browser.get(path)
            #expect(closed.body.contains("<dd>closed</dd>") && !closed.body.contains("\(path)/cancel"))
            let audit = try await database.model().auditEntries().map(\.action)
            #expect(audit.contains("order.confirm") && audit.contains("order.close"))
        }
    }

    @Test func theListIsFilteredAndPaged() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: .office, site)
            for (number, customer) in [("1", "A b"), ("2", "B"), ("3", "A b"), ("4", "A b")] {
                _ = try await program.post(
                    "/orders", #"{"number":"\#(number)","customer":"\#(customer)","lines":[\#(Self.line)]}"#)
            }
            let first = try await program.get("/orders?customer=A+b&limit=2")
            #expect(first.body.contains(#""number":"4""#) && first.body.contains(#""number":"3""#))
            #expect(!first.body.contains(#""number":"2""#))
            let next = try #require(first.body.firstMatch(of: #/"nextPath":"([^"]+)"/#)).1
            let second = try await program.get(String(next))
            #expect(second.body.contains(#""number":"1""#) && second.body.contains(#""nextPath":"""#))
            let browser = try await Program.browser("bob", roles: .office, site)
            let page = try await browser.get("/orders?customer=%3Cb%3E%22&state=open")
            #expect(page.body.contains(#"value="&lt;b&gt;&quot;""#) && page.body.contains("No order matches"))
            #expect(page.body.contains(#"<option value="open" selected>"#))
            for query in ["state=shut", "limit=0", "after=x", "from=yesterday", "colour=red", "customer=%00"]
            {
                let answer = try await program.get("/orders?\(query)")
                #expect(answer.status == 400, "\(query)")
            }
            let missing = try await program.get("/orders/99")
            #expect(missing.status == 404)
        }
    }

    @Test func whoWouldWaitForTheInvoiceGetsIt() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: .office, site)
            _ = try await program.post("/orders", #"{"lines":[\#(Self.line)]}"#)
            let invoice = try await site.ask(
                "POST", "/orders/1/invoice", program.headers + ["Prefer: wait=30"])
            #expect(invoice.status == 200 && invoice.body.contains(#""orderNumber":"D1""#), "\(invoice.body)")
        }
    }

    @Test func invoicingIsLeftToAWorkerIfPreferred() async throws {
        try await withFunctions(worker: true) { site, database in
            let program = try await Program("ada", roles: .office, site)
            _ = try await program.post("/orders", #"{"lines":[\#(Self.line)]}"#)
            let later = try await site.ask(
                "POST", "/orders/1/invoice", program.headers + ["Prefer: respond-async"])
            #expect(later.status == 202)
            let done = try await program.get(later["location"] ?? "", "Prefer: wait=30")
            #expect(done.body.contains(#""orderNumber":"D1""#), "\(done.body)")
            let all = try await site.ask("POST", "/orders/invoice-open", program.headers)
            #expect(all.status == 202)
            let none = try await site.ask("POST", "/orders/99/invoice", program.headers)
            #expect(none.status == 404)
        }
    }

    @Test func theFormSaysWhetherGoodsAreTakenBack() async throws {
        try await withFunctions { site, _ in
            let browser = try await Program.browser("ada", roles: .office, site)
            let form = try await browser.get("/orders/new")
            #expect(form.body.contains(#"<select id="f-kind" name="kind""#))
            let unsaid = try await browser.post(
                "/orders",
                form: ["lines[0].product": "A", "lines[0].quantity": "-2", "lines[0].unitPrice": "3"])
            #expect(unsaid.status == 422 && unsaid.body.contains("set its kind to"))
            let placed = try await browser.post(
                "/orders",
                form: [
                    "kind": "return", "lines[0].product": "A", "lines[0].quantity": "-2",
                    "lines[0].unitPrice": "3",
                ])
            let page = try await browser.get(placed["location"] ?? "")
            #expect(page.body.contains("<h1>Return D"), "\(placed.body)")
            let list = try await browser.get("/orders")
            #expect(list.body.contains(#"<span class="label">return</span>"#))
        }
    }
}
