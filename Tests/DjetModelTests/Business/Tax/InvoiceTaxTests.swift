import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The sums of invoices with tax.
@Suite struct InvoiceTaxTests {
    @Test func theTaxIsRoundedOnceForEachCategoryAndRate() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            try await model.classed()
            // A line alone has 0.0627 of tax; 3 times 0.06 are 0.18.
            let cents = try await model.taxed(
                ("standard", 1, "0.33"), ("standard", 1, "0.33"), ("standard", 1, "0.33"))
            #expect(cents.taxTexts == ["S 0.19 0.99 0.19"])
            #expect(cents.gross == Decimal(string: "1.18"))
            // 0.50 * 0.07 = 0.035, half away from zero.
            let half = try await model.taxed(("reduced", 1, "0.5"))
            #expect(half.taxTexts == ["S 0.07 0.5 0.04"])
            let mixed = try await model.taxed(
                ("standard", 1, "10"), ("reduced", 1, "10"), ("zero", 1, "10"), ("exempt", 1, "10"),
                ("none", 1, "10"), ("standard", -1, "4"))
            #expect(mixed.taxTexts == ["S 0.19 6 1.14", "S 0.07 10 0.7", "E 0 20 0", "Z 0 10 0"])
            #expect(mixed.total == 46 && mixed.tax == Decimal(string: "1.84"))
            #expect(mixed.gross == Decimal(string: "47.84"))
            let summary = try await model.call(ListInvoices()).invoices.first
            #expect(summary?.tax == mixed.tax && summary?.gross == mixed.gross)
        }
    }

    @Test func whatIsOwedIsGrossAndTheEntryBalances() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            _ = try await model.taxed(("A", 1, "100"), customer: "K")
            #expect(try await model.balance("1200") == 119)
            #expect(try await model.balance("4000") == -100)
            #expect(try await model.balance("2200") == -19)
            #expect(try await model.open("K") == [119])
            _ = try await model.call(RecordPayment(amount: 119, customer: "K"))
            #expect(try await model.open("K").isEmpty)
            let totals = try await model.call(LedgerTotals())
            #expect(totals.debit == totals.credit && totals.receivables == 0)
        }
    }

    /// Taxes of two rates and of other signs, so that the tax takes all of the net.
    @Test func anInvoiceOfWhichNothingIsOwedIsPosted() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            try await model.classed()
            // 107 + 7.49 = 114.49 gross, less 96.21 + 18.28.
            let invoice = try await model.taxed(
                ("reduced", 1, "107"), ("standard", -1, "96.21"), customer: "K")
            #expect(invoice.total == Decimal(string: "10.79") && invoice.gross == 0)
            #expect(try await model.balance("1200") == 0)
            #expect(try await model.open("K").isEmpty)
        }
    }

    @Test func theRateIsThatOfTheInvoicesDay() async throws {
        try await withDatabase(business: true) { database in
            // Noon of 31 December 2020, the last day of the rates of 16 and 5 per cent.
            let clock = TestClock(Date(timeIntervalSince1970: 1_609_416_000))
            let model = database.model(clock: clock)
            try await model.sells()
            try await model.classed()
            let before = try await model.taxed(("standard", 1, "10"), ("reduced", 1, "10"))
            #expect(before.taxTexts == ["S 0.16 10 1.6", "S 0.05 10 0.5"])
            clock.advance(by: 86_400)
            let after = try await model.taxed(("standard", 1, "10"), ("reduced", 1, "10"))
            #expect(after.taxTexts == ["S 0.19 10 1.9", "S 0.07 10 0.7"])
            let rate = SetTaxRate(country: "DE", class: .standard, rate: Decimal(string: "0.2"))
            await model.refuses(rate, "invoices bear the 19 % of DE from 2021-01-01 on")
            clock.advance(by: 86_400)
            _ = try await model.call(rate)
            #expect(try await model.taxed(("standard", 1, "10")).taxTexts == ["S 0.2 10 2"])
            #expect(try await model.call(FindInvoice(invoice: after.id)) == after)
        }
    }

    @Test func aCountryWithoutAReducedRateHasOneAndOneWithoutAnyIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.classed()
            try await model.sells(from: "DK", vatId: "DK13585628")
            #expect(
                try await model.taxed(("reduced", 1, "1"), ("standard", 1, "1")).taxTexts == [
                    "S 0.25 2 0.5"
                ])
            try await model.sells(from: "JP")
            let order = try await model.call(
                PlaceOrder(lines: [.init(product: "standard", quantity: 1, unitPrice: 1)]))
            await model.refuses(InvoiceOrder(order: order.id), "no standard rate of tax in JP")
        }
    }

    @Test(arguments: [
        "insert into accounting.invoice_tax values (1, 10, 0, 0, 'Z')",
        "insert into accounting.invoice_tax values (1, 0, 0, 0.07, 'S')",
        "insert into accounting.invoice_tax values (1, 5, 1, 0.07, 'S')",
        "insert into accounting.invoice_tax values (42, 10, 0, 0, 'Z')",
        "update accounting.invoice_tax set tax = 1", "delete from accounting.invoice_tax",
        "update accounting.invoice set tax = 1",
    ])
    func aWrongTaxIsRefused(change: String) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            try await model.sells()
            _ = try await model.taxed(("A", 1, "10"))
            await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(text: change))
            }
        }
    }

    /// Invoices by hand, each with one line of 10, and the tax of its header.
    @Test(arguments: [
        ("1.9", "'S', 0.19", true), ("null", "'O', null", true), ("0", "'AE', 0", true),
        ("1.89", "'S', 0.19", false), ("null", "'S', 0.19", false), ("0", "'O', null", false),
        ("0", "'S', 0", false), ("null", "'O', 0", false), ("1.9", "'Z', 0.19", false),
        ("0", "'Q', 0", false),
    ])
    func theLinesMakeUpTheTax(tax: String, line: String, isRight: Bool) async throws {
        try await withDatabase(business: true) { database in
            let order = PlaceOrder(number: "1", lines: [.init(product: "A", quantity: 1, unitPrice: 10)])
            _ = try await database.model().call(order)
            let script = """
                insert into accounting.invoice (
                  number, order_id, issued_on, line_count, total, tax, kind, order_number)
                select 1, id, '2026-11-21', 1, 10, \(tax), 'invoice', '1'
                from sales.order;
                insert into accounting.invoice_line (
                  invoice_id, line_number, quantity, unit_price, amount, product_code, description, tax_category,
                  tax_rate)
                select id, 1, 1, 10, 10, 'A', 'A', \(line)
                from accounting.invoice
                """
            if isRight {
                try await database.store.withConnection { try await $0.run(script: script) }
            } else {
                await #expect(throws: StoreError.self) {
                    try await database.store.withConnection { try await $0.run(script: script) }
                }
            }
        }
    }
}
