import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The amounts that a function has reported.
private actor Reports {
    private(set) var done: [Int] = []

    func note(_ amount: Int) { done.append(amount) }
}

/// The check of a whole file, beyond what the look reads.
@Suite struct CheckImportTests {
    /// A file of orders of more than a mebibyte, whose last lines break rules.
    private static let large: String = {
        let long = String(repeating: "x", count: 900)
        let filling = (1...1_300).map { "F\($0),A,\(long),1,1.5,K\n" }.joined()
        return "order no,sku,description,qty,price,customer\n1,A,,2,1,K\n" + filling
            + "1,A,,zero,1,K\nC2,B,,-1,1,K\n3,A,,1,1,K\n3,A,,1,1,L\n"
    }()

    /// The names of the tables of the business that have rows.
    private static func filled(_ database: TestDatabase) async throws -> [String] {
        var filled: [String] = []
        for table in [
            "order", "order_line", "product", "customer", "import", "import_run", "import_order",
            "import_line", "import_reject",
        ] {
            let count: Statement = "select count(*) from sales.\(identifier: table)"
            if try await database.store.first(count, as: Int.self) != 0 { filled.append(table) }
        }
        return filled
    }

    @Test func itFindsAllThatTheImportRejectsAndBooksNothing() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let file = try await model.stored(Self.large)
            let look = try await model.call(PreviewImport(ImportOrders(file: file)))
            #expect(!look.isWhole && look.check?.rejected == 0, "the look does not come that far")
            let reports = Reports()
            let check = try await model.reporting { await reports.note($0.done) }
                .call(CheckImport(ImportOrders(file: file)))
            #expect(try await Self.filled(database).isEmpty)
            let done = await reports.done
            #expect(done.last == 2 * file.size && done == done.sorted())
            #expect(check.conflict == nil && check.encoding == "utf-8")
            let rejects = try await model.text(of: check.rejects)

            let report = try await model.call(ImportOrders(file: file))
            #expect(check.lines == report.lines && check.accepted == report.accepted)
            #expect(check.rejected == report.rejected && check.rejected == 4)
            #expect(check.orders?.orders == 1_300 && check.orders?.returns == 1)
            #expect(check.orders?.netTotal == report.netTotal)
            #expect(try await model.text(of: report.rejects) == rejects)
            let again = try await model.call(CheckImport(ImportOrders(file: file)))
            #expect(again.conflict?.contains("order F1 exists already") == true)
            #expect(again.conflict?.contains("It is one of 1301 such orders") == true, "\(again)")
        }
    }

    @Test func numbersThatLaterLinesTellAreReadLikeThat() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let file = try await model.stored(
                "order no;sku;qty;price\n1;A;1;1.000\n" + String(repeating: "2;A;1;1\n", count: 10)
                    + "3;A;1;2,50\n4;A;0;1.000\n")
            let check = try await model.call(CheckImport(ImportOrders(file: file)))
            #expect(check.orders?.netTotal == Decimal(string: "1012.5") && check.rejected == 1)
            #expect(try await model.text(of: check.rejects).contains("4;A;0;1000"))
        }
    }

    @Test func rowsAreCheckedByTheRulesOfTheirTables() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let long = String(repeating: "x", count: 190)
            let filling = (1...6_000).map { "F\($0),\(long),,\n" }.joined()
            let file = try await model.stored(
                "code,name,vat id,currency\n" + filling
                    + "A,\"=Ada, \"\"B\"\"\",DK13585629,\nB,,,XQZ\nC,,,\nD,a\u{1},,\n")
            let check = try await model.call(CheckImport(ImportCustomers(file: file)))
            #expect(try await Self.filled(database).isEmpty && check.orders == nil)
            #expect(check.lines == 6_004 && check.accepted == 6_001 && check.rejected == 3)
            let rejects = try await model.text(of: check.rejects)
            #expect(rejects.hasPrefix("line,reason,code,name,vat id,currency\r\n"), "as the file has it")
            #expect(rejects.contains("check digit") && rejects.contains("ISO 4217 has no currency XQZ"))
            let report = try await model.call(ImportCustomers(file: file))
            #expect(try await model.text(of: report.rejects) == rejects)
        }
    }

    @Test func whatCannotBeReadIsSaidAsByTheImport() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let file = try await model.stored("Auftrag,Artikel\n1,A\n")
            let error = await #expect(throws: ModelError.self) {
                try await model.call(CheckImport(ImportOrders(file: file)))
            }
            #expect(error?.message.contains("found: “Auftrag”, “Artikel”") == true)
            #expect(try await Self.filled(database).isEmpty)
        }
    }

    @Test func itsNameAndItsArgumentsAreThoseOfTheImport() throws {
        #expect(CheckImport<ImportOrders>.name == "sales.check-orders")
        #expect(CheckImport<ImportPrices>.name == "sales.check-prices")
        #expect(Schema.of(CheckImport<ImportOrders>.self) == Schema.of(ImportOrders.self))
        let names = Business.functions.map { $0.name }
        #expect(Set(names).count == names.count, "no two functions have one name")
    }
}
