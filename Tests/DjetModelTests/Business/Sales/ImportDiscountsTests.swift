import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Files of orders with discounts and currencies.
@Suite struct ImportDiscountsTests {
    private static let header = "order no,sku,qty,price,discount,currency\n"

    private static func orders(_ database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            """
            select concat_ws(' ', o.number, o.total, coalesce(o.currency, '-'), l.discounts)
            from sales.order o
            cross join lateral (
              select string_agg(coalesce(trim_scale(discount)::text, '-'), ' ' order by line_number) as discounts
              from sales.order_line
              where order_number = o.number
            ) l
            order by o.id
            """, as: String.self)
    }

    @Test(arguments: [false, true])
    func eachOrderHasItsDiscountsAndItsCurrency(inSteps: Bool) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(SetCurrency(currency: "EUR"))
            let report = try await model.imported(
                Self.header + "1,A,3,0.15,0.15,EUR\n1,B,1,0.10,5%,\n2,A,2,10,,usd\n3,A,1,1,0,\n"
                    + "4,A,2,5,1,USD\n",
                inSteps: inSteps)
            #expect(report.rejected == 0 && report.orders == 4)
            #expect(report.netTotal == Decimal(string: "1.48"), "only what is in the shop's own currency")
            let foreign = try #require(report.foreign?.first)
            #expect(foreign.currency == "USD" && foreign.orders == 2 && foreign.netTotal == 20)
            #expect(
                try await Self.orders(database)
                    == ["1 0.48 - 0.15 0.05", "2 20.00 USD -", "3 1.00 - -", "4 0.00 USD 1"])
        }
    }

    @Test(arguments: [false, true])
    func anOrderOfSeveralPartsIsAsAnyOther(inSteps: Bool) async throws {
        try await withDatabase(business: true) { database in
            // The file has two parts, and the order lies in both.
            let long = String(repeating: "x", count: 900)
            let filling = (1...1_300).map { "F\($0),A,1,1,,,\(long)\n" }.joined()
            let report = try await database.model().imported(
                "order no,sku,qty,price,discount,currency,description\nS,A,3,0.15,0.15,DKK,\n" + filling
                    + "S,A,1,0.10,0.05,,\n", inSteps: inSteps)
            #expect(report.orders == 1_301 && report.netTotal == 1_300)
            #expect(report.foreign?.first?.netTotal == Decimal(string: "0.48"))
            let orders = try await Self.orders(database)
            #expect(orders.first { $0.hasPrefix("S") } == "S 0.48 DKK 0.15 0.05")
        }
    }

    @Test(arguments: [
        ("1,A,1,1,1.50,", "the discount is not a share from 0 to 1, such as 0.05"),
        ("1,A,1,1,some,", "the discount is not a share"), ("1,A,1,1,-5%,", "the discount is not a share"),
        ("1,A,1,1,,EURO", "the currency is not a code of ISO 4217, such as EUR"),
        ("1,A,1,1,,E€", "the currency is not a code"),
        ("1,A,1,1,,XQZ", "ISO 4217 has no currency XQZ, which this order names"),
        ("1,A,1,1,,EUR\n1,B,1,1,,DKK", "the lines of this order name two currencies: DKK and EUR"),
    ])
    func anOrderIsRejectedWhole(lines: String, reason: String) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let report = try await model.imported(Self.header + "1,C,1,1,,\n\(lines)\n2,A,1,1,,\n")
            #expect(report.orders == 1 && report.rejected == lines.split(separator: "\n").count + 1)
            let rejects = try await model.text(of: report.rejects)
            #expect(rejects.contains(reason), "\(rejects)")
            #expect(rejects.hasPrefix("line,reason,order no,sku,qty,price,discount,currency\r\n"))
        }
    }

    @Test func percentagesHaveAColumnOfTheirOwn() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let text = "Order No;SKU;Qty;Price;Discount %\n1;A;1;10,00;12,5\n2;A;1;10,00;101\n"
            let report = try await model.imported(text)
            #expect(report.orders == 1 && report.netTotal == Decimal(string: "8.75"))
            #expect(try await model.text(of: report.rejects).contains("is not a number from 0 to 100"))
            let both = try await model.imported(
                "Order No,SKU,Qty,Price,Discount %,Discount\n3,A,1,1,5,\n4,A,1,1,5,0.05\n")
            #expect(both.orders == 1 && both.rejected == 1)
            #expect(try await model.text(of: both.rejects).contains("the discount is given twice"))
        }
    }

    @Test func rejectsAreFoundAgainByTheirColumns() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let text = "Auftrag,Artikel,Menge,Preis,Rabatt,Geld\n1,A,1,10,5,EURO\n2,A,1,1,,\n"
            var columns = ImportColumns()
            (columns.number, columns.product, columns.quantity) = ("Auftrag", "Artikel", "Menge")
            (columns.unitPrice, columns.discountPercent, columns.currency) = ("Preis", "Rabatt", "Geld")
            let first = try await model.imported(Array(text.utf8)) { [columns] in $0.columns = columns }
            let rejects = try await model.text(of: first.rejects)
            #expect(rejects.contains("unit price,discount percent,currency\r\n"), "\(rejects)")
            let corrected = rejects.replacing("EURO", with: "EUR")
            let second = try await model.imported(Array(corrected.utf8)) { [columns] in $0.columns = columns }
            #expect(second.accepted == 1 && second.foreign?.first?.netTotal == Decimal(string: "9.5"))
        }
    }

    @Test func theDeskOffersTheseColumns() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let file = try await model.storeFile(name: "orders.csv", mimeType: "text/csv") {
                try await $0.write(Self.header + "1,A,1,1,2,EUR\n1,A,1,1,,EUR\n")
            }
            let preview = try await model.call(PreviewImport(ImportOrders(file: file)))
            #expect(preview.choices.mapping?.suffix(2) == ["discount", "currency"])
            #expect(preview.fields.map(\.name).contains("discountPercent"))
            #expect(preview.check?.rejected == 2)
            #expect(try await Self.orders(database).isEmpty)
        }
    }
}
