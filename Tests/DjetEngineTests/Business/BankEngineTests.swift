import DjetEngine
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// The pages of bank statements and reminders.
@Suite struct BankEngineTests {
    private static let statement = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>7</Id>
        <Acct><Id><IBAN>DK5000400440116243</IBAN></Id></Acct>
        <Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls>
          <RmtInf><Ustrd>&lt;b&gt;hello</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """

    /// Invoices an order of a customer.
    private func invoice(_ amount: Decimal, _ customer: String, _ model: Model) async throws {
        let order = try await model.call(
            PlaceOrder(customer: customer, lines: [.init(product: "A", quantity: 1, unitPrice: amount)]))
        _ = try await model.call(InvoiceOrder(order: order.id))
    }

    @Test func aStatementIsUploadedAndItsLineAssigned() async throws {
        try await withFunctions(worker: true) { site, database in
            try await invoice(10, "K", database.model())
            let program = try await Program("ada", roles: .office, site)
            let browser = try await Program.browser("bob", roles: .office, site)
            #expect(try await browser.get("/payments").body.contains(#"href="/payments/import""#))
            #expect(try await browser.get("/payments/import").body.contains("CAMT.053"))
            let sent = try await site.ask(
                "POST", "/payments/import",
                program.headers + ["Content-Type: application/xml", "Prefer: wait=30"],
                body: Self.statement)
            #expect(
                sent.status == 200 && sent.body.contains(#""unmatched":1"#), "\(sent.status) \(sent.body)")
            let list = try await browser.get("/payments/bank?state=to-assign")
            #expect(list.body.contains("&lt;b&gt;hello") && list.body.contains("/payments/bank/1/assign"))
            let line = try await browser.get("/payments/bank/1")
            #expect(line.body.contains("nobody knows who paid") && line.body.contains("DK5000400440116243"))
            #expect(try await browser.get("/payments/bank/1/assign").body.contains("is set aside"))
            let wrong = try await browser.post("/payments/bank/1/assign", form: ["customer": "Nobody"])
            #expect(
                wrong.status == 409 && wrong.body.contains("there is no customer Nobody"), "\(wrong.status)")
            let done = try await browser.post("/payments/bank/1/assign", form: ["customer": "K"])
            #expect(done.status == 303 && done["location"] == "/payments/bank/1", "\(done.body)")
            #expect(try await browser.get("/payments/bank/1").body.contains(#"href="/payments/1""#))
            #expect(
                try await browser.get("/payments/bank?state=to-assign").body.contains(
                    "Nothing is to be assigned."))
            #expect(try await program.get("/payments/bank").body.contains(#""state":"assigned""#))
            #expect(try await program.get("/payments/bank/9").status == 404)
            let audit = try await site.site.model.auditEntries().map(\.action)
            #expect(audit.contains("bank.assign"))
        }
    }

    @Test func remindersAreWrittenAndShown() async throws {
        try await withFunctions { site, database in
            let clock = TestClock()
            clock.advance(by: -100 * 86_400)
            try await invoice(1_200, "K & Co", database.model(clock: clock))
            let browser = try await Program.browser("ada", roles: .office, site)
            #expect(try await browser.get("/reminders").body.contains("There are no reminders yet."))
            let form = try await browser.get("/reminders/new")
            #expect(form.body.contains("Write the reminders"))
            let written = try await browser.post("/reminders/new", form: [:])
            #expect(written.status == 303 && written["location"] == "/reminders", "\(written.body)")
            let list = try await browser.get("/reminders?customer=K+%26+Co")
            #expect(list.body.contains(#"href="/reminders/1""#) && list.body.contains("1,200.00"))
            let letter = try await browser.get("/reminders/1")
            let print = try await browser.get("/reminders/1/print")
            #expect(print.status == 200 && print.body.contains("<article class=\"letter\" lang=\"en\">"))
            #expect(print.body.contains("To pay") && print.body.contains("1,200.00"))
            #expect(letter.body.contains("Payment reminder") && letter.body.contains("K &amp; Co"))
            #expect(letter.body.contains(#"href="/invoices/1""#) && letter.body.contains("1,200.00"))
            let program = try await Program("bob", roles: .office, site)
            #expect(try await program.get("/reminders").body.contains(#""level":1"#))
            #expect(try await program.get("/reminders/2").status == 404)
        }
    }

    @Test func accountingAloneDoesIt() async throws {
        try await withFunctions { site, _ in
            _ = try await site.site.model.call(SetUpRoles())
            for (role, views, uses) in [
                ("accounting", true, true), ("read-only", true, false), ("warehouse", false, false),
            ] {
                let program = try await Program("of-\(role)", roles: [role], site)
                #expect(try await program.get("/payments/bank").status == (views ? 200 : 403), "\(role)")
                #expect(try await program.get("/reminders").status == (views ? 200 : 403), "\(role)")
                let written = try await program.post("/reminders/new", "{}")
                #expect(written.status == (uses ? 200 : 403), "\(role) \(written.status)")
                let assigned = try await program.post("/payments/bank/9/assign", #"{"customer": "K"}"#)
                #expect(assigned.status == (uses ? 404 : 403), "\(role) \(assigned.status)")
            }
        }
    }
}
