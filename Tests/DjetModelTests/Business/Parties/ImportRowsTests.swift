import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ImportRowsTests {
    private static func file(_ text: String, in model: Model) async throws -> File {
        try await model.storeFile(name: "rows.csv", mimeType: "text/csv") { try await $0.write(text) }
    }

    @Test func oneBadRowHarmsNoOther() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let text = """
                customer_id;company_name;country;vat_no;address;city;postal_code;e-mail
                A;Alpha;UK;;1 High St;London;W1;a@example.org
                B;Beta;Germany;DE136695977;;;;
                ;Nobody;;;;;;
                C;"Ga
                mma";USA;;;;;=1+1
                D;De\u{7}lta;;;;;;
                E;#REF!;;;;;;
                F;Phi;;;;;;;;x
                G;Geta;Denmark

                """
            let report = try await model.call(ImportCustomers(file: try await Self.file(text, in: model)))
            #expect(report.lines == 8 && report.accepted == 2 && report.rejected == 6)
            let rejects = try await model.text(of: report.rejects)
            for reason in [
                "vatId: the check digit", "code: is missing", "email: is not", "name: has a control",
                "name: is an error", "the line has 10 fields",
            ] { #expect(rejects.contains(reason), "\(rejects)") }
            let alpha = try await model.call(FindCustomer(code: "A"))
            #expect(alpha.countryCode == "GB" && alpha.invoiceAddress?.countryCode == "GB")
            let corrected = rejects.replacing("DE136695977", with: "DE136695976")
            let again = try await model.call(ImportCustomers(file: try await Self.file(corrected, in: model)))
            #expect(again.accepted == 1)
            #expect(try await model.call(FindCustomer(code: "B")).vatId == "DE136695976")
            let kept = try await database.store.first(
                "select count(*) from sales.import_reject", as: Int.self)
            #expect(kept == 0)
        }
    }

    @Test func whatIsExportedIsImportedUnchanged() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var customer = SetCustomer(code: "=A,1")
            (customer.name, customer.language, customer.vatId) = ("\"Æ\"; Co", "pt-BR", "DK13585628")
            (customer.paymentDays, customer.country) = (14, "Denmark")
            customer.invoiceAddress = Address(lines: ["-1", "Floor 2"], city: "Aarhus")
            customer.deliveryAddress = Address(postcode: "8000", countryCode: "DK")
            _ = try await model.call(customer)
            _ = try await model.call(SetCustomer(code: "B"))
            var product = SetProduct(code: "P")
            (product.name, product.unit, product.taxClass, product.isStocked) = (
                "@tea", "KGM", .reduced, true
            )
            product.isActive = false
            _ = try await model.call(product)
            let digest: Statement = """
                select concat(
                  (select jsonb_agg(to_jsonb(c) order by c.code) from sales.customer c),
                  (select jsonb_agg(to_jsonb(a) - 'id' order by a.customer, a.kind) from sales.address a),
                  (select jsonb_agg(to_jsonb(p) order by p.code) from sales.whole_product p))
                """
            let before = try await database.store.first(digest, as: String.self)
            let customers = try await model.call(ExportCustomers())
            let products = try await model.call(ExportProducts(byteOrderMark: true))
            #expect(try await model.call(ImportCustomers(file: customers)).accepted == 2)
            #expect(try await model.call(ImportProducts(file: products)).accepted == 1)
            #expect(try await database.store.first(digest, as: String.self) == before)
            let text = try await model.text(of: customers)
            try await withDatabase(business: true) { other in
                let model = other.model()
                _ = try await model.call(ImportCustomers(file: try await Self.file(text, in: model)))
                let found = try await model.call(FindCustomer(code: "=A,1"))
                #expect(found.name == "\"Æ\"; Co" && found.invoiceAddress?.lines == ["-1", "Floor 2"])
            }
        }
    }

    @Test func suppliersAndPricesAreExportedAndImportedUnchanged() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var supplier = SetSupplier(code: "S,1")
            (supplier.name, supplier.paymentDays) = ("=Sam", 14)
            supplier.deliveryAddress = Address(lines: ["Dock 4"], city: "Aarhus")
            _ = try await model.call(supplier)
            // A customer of the same code is somebody else.
            var customer = SetCustomer(code: "S,1")
            customer.invoiceAddress = Address(city: "Odense")
            _ = try await model.call(customer)
            _ = try await model.call(SetProduct(code: "P"))
            for list in ["a", "b"] {
                _ = try await model.call(SetPriceList(code: list, currency: "EUR"))
                for (day, price) in [("2020-01-01", 1), ("2021-01-01", 2)] as [(String, Decimal)] {
                    _ = try await model.call(
                        SetPrice(list: list, product: "P", from: Day(day), unitPrice: price))
                }
            }
            let suppliers = try await model.call(ExportSuppliers())
            let text = try await model.text(of: suppliers)
            #expect(text.contains("Dock 4") && !text.contains("Odense"))
            let prices = try await model.call(ExportPrices())
            #expect(
                try await model.text(of: prices)
                    == "list,product,from,unit_price\r\na,P,2020-01-01,1\r\na,P,2021-01-01,2\r\n"
                    + "b,P,2020-01-01,1\r\nb,P,2021-01-01,2\r\n")
            let all = try await model.call(ListPrices())
            #expect(try await model.call(ImportSuppliers(file: suppliers)).accepted == 1)
            #expect(try await model.call(FindSupplier(code: "S,1")).name == "=Sam")
            try await database.store.query("delete from sales.price")
            #expect(try await model.call(ImportPrices(file: prices)).accepted == 4)
            #expect(try await model.call(ListPrices()) == all)
            let lists = try await model.call(ListPriceLists(limit: 1))
            #expect(lists.lists.map(\.code) == ["a"])
            #expect(
                try await model.call(ListPriceLists(after: lists.next)).lists.map(\.code) == ["b"])
        }
    }

    @Test func productsAndTheirPricesComeFromOneFile() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(SetSupplier(code: "8"))
            _ = try await model.call(SetPriceList(code: "retail", currency: "USD"))
            let text = """
                product_id,product_name,supplier_id,category_id,unit_price,discontinued
                1,Chai,8,1,18.00,1
                2,Chang,9,1,19.00,0
                3,Syrup,,2,"1,000",0

                """
            let file = try await Self.file(text, in: model)
            let products = try await model.call(ImportProducts(file: file))
            #expect(products.accepted == 2, "there is no supplier 9")
            #expect(try await model.call(FindProduct(code: "1")).product.isActive == false)
            let day = Day("2026-01-01")
            let prices = try await model.call(ImportPrices(file: file, list: "retail", from: day))
            #expect(prices.accepted == 1 && prices.rejected == 2, "1,000 can be read in two ways")
            let american = try await model.call(
                ImportPrices(file: file, list: "retail", from: day, decimal: .point))
            #expect(american.accepted == 2)
            _ = try await model.call(
                SetPrice(list: "retail", product: "3", from: Day("2026-02-01"), unitPrice: 900))
            let held = try await database.store.rows(
                """
                select sales.price_of('3', d, currency => 'USD')
                from unnest('{2026-01-31,2026-02-01}'::date[]) d
                """, as: Decimal.self)
            #expect(held == [1000, 900])
            #expect(try await model.call(ListPrices()).prices.count == 3)
        }
    }

    @Test func whatIsStockedIsOneTruthWithTheStock() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            _ = try await model.call(
                ReceiveGoods(lines: [.init(product: "A", quantity: 2, description: "A")]))
            #expect(try await model.call(FindProduct(code: "A")).product.isStocked, "since it was received")
            let text = "code,stocked\nA,no\nB,yes\nC,no\nD,yes\nD,no\nE,\n"
            let report = try await model.call(ImportProducts(file: try await Self.file(text, in: model)))
            #expect(report.accepted == 5 && report.rejected == 1)
            #expect(
                try await model.text(of: report.rejects).contains("isStocked: 2 of product A are at main"))
            let listed = try await model.call(ListProducts()).products
            #expect(listed.filter(\.isStocked).map(\.code) == ["A", "B"], "the last line of D counts")
            #expect(try await model.call(ListStock()).stock.map(\.product) == ["A", "B"])

            var change = SetProduct(code: "A")
            change.isStocked = false
            let product = change
            let error = await #expect(throws: ModelError.self) { try await model.call(product) }
            #expect(error?.message.contains("2 of product A are at main") == true)
            _ = try await model.call(CountStock(lines: [.init(product: "A", quantity: 0)]))
            #expect(try await model.call(product).isStocked == false)
            _ = try await model.call(SetStocked(product: "E", isStocked: true))
            #expect(try await model.call(FindProduct(code: "E")).product.isStocked)
        }
    }

    @Test func aFileThatCannotBeReadSaysSo() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            for (text, words) in [
                ("", "is empty"), ("name\nx\n", "lacks the code"), ("code,customer_id\n1,2\n", "twice"),
                ("code\n\"1", "never closed"),
            ] {
                let file = try await Self.file(text, in: model)
                let error = await #expect(throws: ModelError.self) {
                    try await model.call(ImportCustomers(file: file))
                }
                #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
            }
        }
    }
}
