import DjetModel
import DjetTestSupport
import Foundation
import Testing

@testable import DjetStore

/// The report, the seller and the rates.
@Suite struct TaxReportTests {
    @Test func theReportIsTheSumOfTheInvoicesAndOfTheLedger() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock()
            let model = database.model(Business.functions, clock: clock)
            try await model.invoiced(50)
            try await model.sells()
            try await model.classed()
            // Many small ones, of which each is rounded by itself.
            for _ in 0..<5 { _ = try await model.taxed(("standard", 1, "0.33"), ("reduced", 1, "0.33")) }
            _ = try await model.taxed(("standard", 1, "100"), country: "USA")
            let november = try await model.call(TaxReport(to: Day("2026-11-30")))
            #expect(november.taxes.map(\.category) == [.taxed, .taxed, .export, .outside])
            #expect(november.taxes.map(\.invoiceCount) == [5, 5, 1, 1])
            let half: Decimal? = Decimal(string: "1.65")
            #expect(november.taxes.map { $0.net as Decimal? } == [half, half, 100, 50])
            let taxes = november.taxes.map { $0.tax as Decimal? }
            #expect(taxes == [Decimal(string: "0.3"), Decimal(string: "0.1"), 0, 0])
            #expect(november.net == Decimal(string: "153.3") && november.tax == Decimal(string: "0.4"))
            clock.advance(by: 15 * 86_400)
            _ = try await model.taxed(("standard", 1, "10"))
            try await model.invoiced(-20)
            let december = try await model.call(TaxReport(from: Day("2026-12-01")))
            #expect(december.taxes.map(\.net) == [-10] && december.tax == Decimal(string: "-1.9"))
            let all = try await model.call(TaxReport())
            #expect(all.tax == november.tax + december.tax && all.net == november.net + december.net)
            #expect(try await model.balance("2200") == -all.tax)
            #expect(try await model.balance("4000") == -all.net)
            try await withWorker(model) {
                let offloaded = try await model.offload(TaxReport()).value
                #expect(offloaded == all)
            }
        }
    }

    @Test func theSellerIsSetAndWrongFieldsAreNamed() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            await #expect(throws: ModelError.self) { try await model.call(FindSeller()) }
            for (wrong, words) in [
                (SetSeller(vatId: "DE136695976", address: Address(countryCode: "DE")), "name: "),
                (SetSeller(name: "F"), "address: "),
                (SetSeller(name: "F", address: Address(city: "X")), "address.countryCode: "),
                (SetSeller(name: "F", vatId: "DE136695970", address: Address(countryCode: "DE")), "vatId: "),
                (
                    SetSeller(name: "F", vatId: "FR40303265045", address: Address(countryCode: "DE")),
                    "vatId: "
                ),
            ] {
                let error = await #expect(throws: ModelError.self) { try await model.call(wrong) }
                #expect(error?.message.hasPrefix(words) == true, "\(String(describing: error))")
            }
            let address = Address(lines: ["1 Way"], postcode: "10115", city: "Berlin", countryCode: "Germany")
            let set = try await model.call(SetSeller(name: "F", vatId: "de 136.695.976", address: address))
            #expect(set.vatId == "DE136695976" && set.address.countryCode == "DE")
            let renamed = try await model.call(SetSeller(name: "G"))
            #expect(renamed.name == "G" && renamed.vatId == set.vatId && renamed.address == set.address)
            #expect(try await model.call(FindSeller()) == renamed)
        }
    }

    @Test func ratesAreSetListedAndRemoved() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let day = Day("2027-01-01")
            let before = try await model.call(ListTaxRates(country: "DK"))
            #expect(before.map { "\($0.rate)" } == ["0.25"])
            let rate = Decimal(string: "0.24")
            _ = try await model.call(SetTaxRate(country: "DK", class: .standard, from: day, rate: rate))
            let changed = try await model.call(ListTaxRates(country: "DK"))
            #expect(changed.map { "\($0.rate)" } == ["0.25", "0.24"] && changed.last?.fromDay == day)
            _ = try await model.call(SetTaxRate(country: "DK", class: .standard, from: day, rate: nil))
            #expect(try await model.call(ListTaxRates(country: "DK")) == before)
            for (country, rate) in [
                ("DK", "0"), ("DK", "1"), ("DK", "19"), ("DK", "0.0000001"), ("QQ", "0.1"),
            ] {
                let wrong = SetTaxRate(country: country, class: .reduced, rate: Decimal(string: rate))
                await #expect(throws: ModelError.self, "\(country) \(rate)") { try await model.call(wrong) }
            }
        }
    }

    /// A database that was invoiced from before there was tax.
    @Test func whatWasInvoicedBeforeIsOutsideOfTax() async throws {
        try await withDatabase { database in
            let business = try Business.sql()
            let old = try SQLSet(home: "business", files: business.files.filter { ($0.number ?? 99) <= 13 })
            _ = try await Migrator([old]).migrate(database.store)
            for statement in [
                """
                insert into sales.order (ordered_on, line_count, total, number)
                values ('2026-01-01', 1, 4, 'O1')
                """,
                """
                insert into accounting.invoice (number, order_id, issued_on, line_count, total, kind, order_number)
                select 1, id, '2026-01-02', 1, 4, 'invoice', number
                from sales.order
                """,
                """
                insert into accounting.invoice_line (
                  invoice_id, line_number, quantity, unit_price, amount, product_code, description)
                select id, 1, 1, 4, 4, 'A', 'A'
                from accounting.invoice
                """,
            ] as [Statement] {
                try await database.store.query(statement)
            }
            _ = try await Migrator([business]).migrate(database.store)
            let model = database.model()
            let invoice = try await model.call(FindInvoice(invoice: 1))
            #expect(invoice.taxTexts == ["O - 4 0"] && invoice.tax == nil && invoice.gross == 4)
            #expect(invoice.lines.map(\.taxCategory) == [.outside])
            let report = try await model.call(TaxReport())
            #expect(report.taxes.map(\.category) == [.outside] && report.net == 4 && report.tax == 0)
        }
    }
}
