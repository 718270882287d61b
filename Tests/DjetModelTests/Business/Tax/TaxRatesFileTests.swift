import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The rates of tax as files, and the rule that a rate in use stays as it is.
@Suite struct TaxRatesFileTests {
    private static func file(_ text: String, in model: Model) async throws -> File {
        try await model.storeFile(name: "rates.csv", mimeType: "text/csv") { try await $0.write(text) }
    }

    @Test func whatIsExportedIsImportedUnchanged() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(
                SetTaxRate(
                    country: "Iceland", class: .standard, from: Day("2015-01-01"),
                    rate: Decimal(string: "0.24")))
            let exported = try await model.call(ExportTaxRates())
            let text = try await model.text(of: exported)
            #expect(text.hasPrefix("country,class,from,rate\r\nAT,"))
            #expect(text.contains("FI,reduced,2026-01-01,0.135\r\nFI,standard,2013-01-01,0.24\r\n"))
            try await database.store.query("delete from accounting.tax_rate")
            let report = try await model.call(ImportTaxRates(file: exported))
            #expect(report.rejected == 0 && report.accepted == text.split(separator: "\r\n").count - 1)
            #expect(try await model.text(of: model.call(ExportTaxRates())) == text)
        }
    }

    @Test func oneBadLineHarmsNoOther() async throws {
        try await withDatabase(business: true) { database in
            let clock = TestClock(Date(timeIntervalSince1970: 1_609_416_000))
            let model = database.model(clock: clock)
            try await model.sells()
            _ = try await model.taxed(("A", 1, "10"))
            let text = """
                Country;Tax class;Valid from;VAT rate
                Germany;Standard;2027-01-01;20 %
                FI;reduced;2027-01-01;13,5%
                EE;standard;2027-01-01;.25
                QQ;standard;2027-01-01;0.2
                DE;zero;2027-01-01;0.2
                DE;standard;1.1.2027;0.2
                DE;standard;2027-02-01;20
                DE;standard;2027-02-01;
                DE;standard;2020-07-01;0.17
                DE;standard;2020-07-01;0.16

                """
            let file = try await Self.file(text, in: model)
            let preview = try await model.call(PreviewImport(ImportTaxRates(file: file)))
            #expect(preview.check?.rejected == 6)
            let report = try await model.call(ImportTaxRates(file: file))
            #expect(report.lines == 10 && report.accepted == 4 && report.rejected == 6)
            let rejects = try await model.text(of: report.rejects)
            for reason in [
                "country: ISO 3166-1 has no country QQ", "class: only standard and reduced have rates",
                "from: is not a day", "rate: is a share between 0 and 1", "rate: is missing",
                "rate: invoices bear the 16 % of DE from 2020-07-01 on",
            ] { #expect(rejects.contains(reason), "\(reason): \(rejects)") }
            let day = Day("2027-01-01")
            let set = try await model.call(ListTaxRates(on: day)).filter { $0.fromDay == day }
            #expect(
                set.map { "\($0.country) \($0.class) \($0.rate)" }
                    == ["DE standard 0.2", "EE standard 0.25", "FI reduced 0.135"])
        }
    }

    @Test func aRateInUseIsSupersededAndNeverChanged() async throws {
        try await withDatabase(business: true) { database in
            // The last day on which Germany's rates were 16 and 5 per cent.
            let model = database.model(clock: TestClock(Date(timeIntervalSince1970: 1_609_416_000)))
            try await model.sells()
            _ = try await model.taxed(("A", 1, "10"))
            func setting(
                _ class: TaxRate.Class, _ day: String, _ rate: String?, of country: String = "DE"
            ) -> SetTaxRate {
                let share = rate.flatMap { Decimal(string: $0) }
                return SetTaxRate(country: country, class: `class`, from: Day(day), rate: share)
            }
            for rate in [nil, "0.17"] {
                await model.refuses(setting(.standard, "2020-07-01", rate), "from a later day")
            }
            // What no invoice bears may be corrected: another class, country or time, and the same again.
            for change in [
                setting(.reduced, "2020-07-01", "0.06"), setting(.standard, "2007-01-01", "0.18"),
                setting(.standard, "2021-01-01", "0.18"), setting(.standard, "2020-07-01", "0.16"),
                setting(.standard, "1984-01-01", "0.16", of: "AT"),
            ] { _ = try await model.call(change) }
            _ = try await model.call(setting(.standard, "2020-12-31", "0.17"))
            let rates = try await model.call(
                ListTaxRates(country: "Germany", class: .standard, isCurrent: true))
            #expect(rates.map { "\($0.fromDay) \($0.rate)" } == ["2020-12-31 0.17", "2021-01-01 0.18"])
            #expect(rates.map(\.toDay) == [Day("2020-12-31"), nil])
            #expect(rates.map(\.isToCome) == [false, true])
            let earlier = try await model.call(ListTaxRates(country: "DE", on: Day("2020-12-30")))
            #expect(earlier.map { "\($0.rate)" } == ["0.16", "0.06"])
        }
    }

    @Test(arguments: [
        ("EE", "2025-06-30", "0.22 0.09"), ("EE", "2025-07-01", "0.24 0.09"),
        ("FI", "2024-08-31", "0.24 0.14"), ("FI", "2026-01-01", "0.255 0.135"),
        ("LT", "2025-12-31", "0.21 0.09"), ("LT", "2026-01-01", "0.21 0.12"),
        ("RO", "2025-07-31", "0.19 0.09"), ("RO", "2025-08-01", "0.21 0.11"),
        ("SK", "2024-12-31", "0.2 0.1"), ("SK", "2025-01-01", "0.23 0.19"),
        ("LU", "2023-12-31", "0.16 0.07"), ("CZ", "2024-01-01", "0.21 0.12"),
    ])
    func theRatesAreThoseOfTheLaw(country: String, day: String, rates: String) async throws {
        try await withDatabase(business: true) { database in
            let found = try await database.model().call(ListTaxRates(country: country, on: Day(day)))
            #expect(found.map { "\($0.rate)" }.joined(separator: " ") == rates)
        }
    }

    @Test func everyMemberStateHasAStandardRate() async throws {
        try await withDatabase(business: true) { database in
            let without = try await database.store.rows(
                """
                select c.code
                from sales.country c
                where c.eu_from is not null
                  and c.eu_to is null
                  and not exists (
                    select from accounting.tax_rate t where t.country = c.code and t.class = 'standard')
                """, as: String.self)
            #expect(without == [])
        }
    }
}
