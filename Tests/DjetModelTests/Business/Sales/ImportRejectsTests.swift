import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A file of rejects keeps the meaning that its lines had in the original file.
@Suite struct ImportRejectsTests {
    private static let header = "order no;sku;qty;price\r\n"

    @Test func itIsImportedWithTheSameArguments() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            // These arguments are IMPORT.md's.
            let change: @Sendable (inout ImportOrders) -> Void = { function in
                (function.dates, function.decimal) = (.dmy, .comma)
                var columns = ImportColumns()
                columns.number = "Auftrag"
                function.columns = columns
            }
            let text = "Auftrag;SKU;Order No;Qty;Price;Date\r\n1;A;x;one;2,50;1.12.2010\r\n"
            let report = try await model.imported(Array(text.utf8), change)
            let rejects = try await model.text(of: report.rejects)
            #expect(rejects.hasPrefix("line;reason;order number;SKU;Order No (not used);Qty;Price;Date\r\n"))
            let corrected = rejects.replacing(";one;", with: ";2;")
            let again = try await model.imported(Array(corrected.utf8), change)
            #expect(again.accepted == 1 && again.salesTotal == 5)
            let booked = try await database.store.first(
                "select number || ' ' || ordered_on from sales.order", as: String.self)
            #expect(booked == "1 2010-12-01")
        }
    }

    @Test func whatWasUndecidedInItsFileIsNotDecidedByItsRejects() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let report = try await model.imported(
                "order no,sku,qty,price\r\n1,A,1,\"2,50\"\r\n2,A,1,3.5\r\n3,A,1,1.255\r\n")
            #expect(report.accepted == 2 && report.rejected == 1)
            let rejects = try await model.text(of: report.rejects)
            #expect(rejects.hasPrefix("line;reason;order no;sku;qty;price\r\n"))
            let again = try await model.imported(rejects)
            #expect(again.accepted == 0 && again.rejected == 1, "a thousandth")
        }
    }

    @Test func whatOtherLinesShowedIsNotLost() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let report = try await model.imported(
                Self.header + "1;A;1.000;1,250\r\n1;A;x;-1.000,50\r\n2;A;1;2,50\r\n")
            #expect(report.accepted == 1 && report.rejected == 2)
            let rejects = try await model.text(of: report.rejects)
            #expect(rejects.contains(";1;A;1000;1,2500\r\n") && rejects.contains(";1;A;x;'-1.000,50\r\n"))
            let again = try await model.imported(rejects.replacing(";x;", with: ";1;"))
            #expect(again.accepted == 2 && again.salesTotal == Decimal(string: "249.50"))
        }
    }

    @Test func aLineOfAnotherWidthShowsNothing() async throws {
        try await withDatabase(business: true) { database in
            let report = try await database.model().imported(
                Self.header + "1;A;1.000;1\r\n2;A;1;2.5;x\r\n")
            #expect(report.accepted == 0 && report.rejected == 2)
        }
    }
}
