import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The mappings of columns: given, saved and found again.
@Suite struct SavedMappingTests {
    private static let german = "Auftrag;Artikel;Menge;Preis;Tag\r\n1;A;1.000;2,50;1.12.2010\r\n"
    private static let mapping = ["number", "product", "quantity", "unitPrice", "orderedOn"]

    private static var choices: ImportChoices {
        var choices = ImportChoices()
        (choices.decimal, choices.dates, choices.mapping) = (.comma, .dmy, mapping)
        return choices
    }

    private func save(_ name: String, _ header: [String], _ choices: ImportChoices, _ model: Model)
        async throws
        -> Int
    {
        try await model.call(
            SaveImportMapping(function: ImportOrders.name, name: name, header: header, choices: choices))
    }

    @Test func itIsFoundAgainByTheHeader() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(Business.functions)
            let first = try await model.look(Array(Self.german.utf8))
            #expect(first.mappingName == nil && !first.fits)
            let said = try await model.look(Array(Self.german.utf8)) { $0.choices = Self.choices }
            #expect(said.fits && said.header == first.header, "the choices do not change how it is found")
            _ = try await save(" German\u{A0}shop ", said.header, said.choices, model)
            // The same header in another spelling, and another separator.
            let other = Self.german.uppercased().replacing(";", with: "\t").replacing("TAG", with: " Tag: ")
            let found = try await model.look(Array(other.utf8))
            #expect(found.mappingName == "German shop" && found.choices == said.choices && found.fits)
            #expect(found.check?.rejected == 0 && found.check?.decimal == .comma)
            let longer = try await model.look(Array(Self.german.replacing("Tag", with: "Tag;X").utf8))
            #expect(longer.mappingName == nil)
            let customers = try await model.call(
                PreviewImport(ImportCustomers(file: try await model.stored(Self.german))))
            #expect(customers.mappingName == nil, "it is for orders")
        }
    }

    @Test func theLatestIsProposedAndOnesOwnWordCountsMore() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(Business.functions)
            let header = try await model.look(Array(Self.german.utf8)).header
            let id = try await save("a", header, Self.choices, model)
            var other = Self.choices
            other.dates = .mdy
            let second = try await save("b", header, other, model)
            #expect(try await save("b", header, other, model) == second, "a name stands for one")
            let found = try await model.look(Array(Self.german.utf8))
            #expect(found.mappingName == "b" && found.choices.dates == .mdy)
            let own = try await model.look(Array(Self.german.utf8)) { $0.dates = .dmy }
            #expect(own.mappingName == "b" && own.choices.dates == .dmy)
            _ = try await model.call(RemoveImportMapping(mapping: second))
            #expect(try await model.look(Array(Self.german.utf8)).mappingName == "a")
            _ = try await model.call(RenameImportMapping(mapping: id, name: "z"))
            let list = try await model.call(ListImportMappings(function: ImportOrders.name))
            #expect(list.map(\.name) == ["z"] && list.first?.id == id)
        }
    }

    @Test func whatCannotBeSavedIsRefused() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(Business.functions)
            let wrong: [(String, [String])] = [
                ("", ["a"]), (String(repeating: "x", count: 101), ["a"]), ("a\u{7}", ["a"]), ("a", []),
            ]
            for (name, header) in wrong {
                let error = await #expect(throws: ModelError.self) {
                    try await save(name, header, Self.choices, model)
                }
                if case .invalid? = error { continue }
                Issue.record("\(name) \(String(describing: error))")
            }
            let foreign = SaveImportMapping(
                function: PlaceOrder.name, name: "a", header: ["a"], choices: Self.choices)
            await #expect(throws: ModelError.self) { try await model.call(foreign) }
            let one = try await save("one", ["a"], Self.choices, model)
            _ = try await save("two", ["a"], Self.choices, model)
            let taken = await #expect(throws: ModelError.self) {
                try await model.call(RenameImportMapping(mapping: one, name: "two"))
            }
            #expect(taken?.message.contains("another mapping “two”") == true)
            let gone = await #expect(throws: ModelError.self) {
                try await model.call(RemoveImportMapping(mapping: 99))
            }
            #expect(gone?.message.contains("there is no mapping 99") == true)
        }
    }

    @Test func rejectsAreImportedWithTheSameMappingAndSeparator() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(Business.functions)
            let text = "Nr,Ware,SKU,Qty,Wert\n1,A,x,one,\"2,50\"\n2,A,x,1.255,\"1,5\"\n"
            let change: @Sendable (inout ImportOrders) -> Void = { function in
                function.separator = .comma
                function.mapping = ["number", "product", "-", "quantity", "unitPrice"]
            }
            let report = try await model.imported(Array(text.utf8), change)
            #expect(report.accepted == 1 && report.salesTotal == 1_882.5)
            let rejects = try await model.text(of: report.rejects)
            #expect(
                rejects.hasPrefix("line,reason,order number,product code,SKU (not used),Qty,unit price\r\n"))
            let look = try await model.look(Array(rejects.utf8), change)
            #expect(look.columns.count == 5 && look.fits, "line and reason are no columns of the file")
            let corrected = rejects.replacing(",one,", with: ",1.255,")
            let again = try await model.imported(Array(corrected.utf8), change)
            #expect(again.accepted == 1 && again.salesTotal == 3_137.5, "the price shows the comma")
        }
    }

    @Test func rowsHaveMappingsToo() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(Business.functions)
            let file = try await model.stored("Kürzel;Firma;Land\nA;Alpha;Germany\n;Nobody;\nB;\u{7};\n")
            var customers = ImportCustomers(file: file)
            #expect(try await model.call(PreviewImport(customers)).faults == ["no column is the code"])
            customers.mapping = ["code", "name", "country"]
            let look = try await model.call(PreviewImport(customers))
            #expect(look.fits && look.check?.lines == 3 && look.check?.rejected == 2)
            #expect(look.check?.rejects.map(\.line) == [3, 4])
            #expect(look.check?.rejects.first?.reason == "code: is missing")
            let count: Statement = "select count(*) from sales.customer"
            #expect(try await database.store.first(count, as: Int.self) == 0)
            let report = try await model.call(customers)
            #expect(report.accepted == 1 && report.rejected == 2)
            let again = try await model.text(of: report.rejects).replacing(";;Nobody;", with: ";N;Nobody;")
            customers.file = try await model.stored(again)
            #expect(try await model.call(customers).accepted == 1)
            #expect(try await model.call(FindCustomer(code: "N")).name == "Nobody")
            #expect(try await model.call(FindCustomer(code: "A")).name == "Alpha")
        }
    }

    @Test func pricesAreCheckedAgainstTheirLists() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(Business.functions)
            _ = try await model.call(SetProduct(code: "A"))
            _ = try await model.call(SetPriceList(code: "retail", currency: "USD"))
            var prices = ImportPrices(file: try await model.stored("Ware,Betrag\nA,\"1,255\"\nB,1\n"))
            (prices.list, prices.mapping) = ("retail", ["product", "unitPrice"])
            #expect(try await model.call(PreviewImport(prices)).check?.rejected == 2)
            prices.decimal = .comma
            let look = try await model.call(PreviewImport(prices))
            #expect(look.check?.rejected == 1 && look.choices.decimal == .comma)
            #expect(try await model.call(prices).accepted == 1)
        }
    }
}
