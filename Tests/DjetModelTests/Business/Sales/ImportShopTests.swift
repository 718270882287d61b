import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A shop in several files, of the form of Northwind.
@Suite struct ImportShopTests {
    private static let files = [
        "suppliers": "supplier_id,company_name,country\n8,Specialty Biscuits,UK\n",
        "categories": "category_id,category_name,description\n1,Beverages,\"Soft, and hard\"\n",
        "products": """
        product_id,product_name,supplier_id,category_id,unit_price,discontinued
        1,Chai,8,1,18.00,1
        2,Chang,8,1,19.00,0

        """,
        "customers":
            "customer_id,company_name,address,city,country\nVINET,Vins,59 rue de l'Abbaye,Reims,France\n",
        "orders": """
        order_id,customer_id,order_date,shipped_date,freight,ship_name,ship_address,ship_city,ship_country
        10248,VINET,1996-07-04,,32.38,Chevalier,59 rue,Reims,France
        10249,VINET,1996-07-05,1996-07-10,0.00,Chevalier,59 rue,Reims,France
        10250,VINET,1996-07-06,,1.00,,,,

        """,
        "lines": """
        order_id,product_id,unit_price,quantity,discount
        10248,1,14.15,3,0.15
        10248,2,9.80,10,0.00
        10249,1,,2,0.05
        10250,1,1.00,0,0.00

        """,
    ]

    private static func shop(_ files: [String: String], in model: Model) async throws -> ImportShop {
        var stored: [String: File] = [:]
        for (name, text) in files {
            stored[name] = try await model.storeFile(name: "\(name).csv", mimeType: "text/csv") {
                try await $0.write(text)
            }
        }
        var shop = ImportShop()
        shop.currency = "USD"
        (shop.suppliers, shop.categories, shop.products) = (
            stored["suppliers"], stored["categories"], stored["products"]
        )
        (shop.customers, shop.orders, shop.lines) = (stored["customers"], stored["orders"], stored["lines"])
        return shop
    }

    @Test func allOfItIsBooked() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let output = try await model.call(try await Self.shop(Self.files, in: model))
            #expect(output.orders?.accepted == 2 && output.orders?.rejected == 1 && output.lines == 4)
            let rejects = try #require(output.orders?.rejects)
            #expect(try await model.text(of: rejects).contains("line 1: the quantity is 0"))
            let orders = try await model.call(ListOrders()).orders
            #expect(orders.map(\.number) == ["10249", "10248"])
            // 3 * 14.15 * 0.85 = 36.0825, 98.00 and the freight; 2 * 18 * 0.95.
            #expect(orders.map(\.total) == [Decimal(string: "34.2"), Decimal(string: "166.46")])
            let order = try await model.call(FindOrder(order: orders[1].id)).order
            #expect(order.status == .confirmed && order.currency == nil)
            #expect(order.lines.map(\.product) == ["1", "2", "FREIGHT"])
            #expect(order.deliveryAddress?.lines == ["Chevalier", "59 rue"])
            #expect(order.deliveryAddress?.countryCode == "FR")
            #expect(order.invoiceAddress?.lines == ["59 rue de l'Abbaye"])
            let chai = try await model.call(FindProduct(code: "1")).product
            #expect(chai.category == "Beverages" && chai.supplier == "8" && !chai.isActive)
            #expect(try await model.call(ListToShip()).orders.count == 2)

            let again = try await model.call(try await Self.shop(Self.files, in: model))
            #expect(again.orders?.accepted == 0, "an order that exists is not booked twice")
        }
    }

    @Test func aLineThatCannotBeReadUndoesAll() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            var files = Self.files
            files["lines"]? += "10249,2,many,1,0\n"
            let shop = try await Self.shop(files, in: model)
            let error = await #expect(throws: ModelError.self) {
                try await model.transaction { try await $0.call(shop) }
            }
            #expect(error?.message.contains("lines.csv: 1 of 5 lines cannot be read") == true)
            #expect(try await model.call(OrderTotals()).orders == 0)
        }
    }

    @Test func theRealShopAddsUp() async throws {
        guard let folder = ProcessInfo.processInfo.environment["DJET_NORTHWIND"] else { return }
        let names = [
            "suppliers", "categories", "products", "customers", "orders", "order_details",
        ]
        var files: [String: String] = [:]
        for name in names {
            let path = URL(fileURLWithPath: folder).appendingPathComponent("\(name).csv")
            files[name == "order_details" ? "lines" : name] = try String(contentsOf: path, encoding: .utf8)
        }
        try await withDatabase(business: true) { [files] database in
            let model = database.model()
            let output = try await model.call(try await Self.shop(files, in: model))
            #expect(output.orders?.accepted == 830 && output.orders?.rejected == 0)
            let expected = try Self.totals(of: files)
            let booked = try await database.store.rows(
                "select number || ' ' || trim_scale(total) from sales.order order by number", as: String.self)
            #expect(booked == expected)
        }
    }

    /// The number and total of each order, by the files alone.
    private static func totals(of files: [String: String]) throws -> [String] {
        var totals: [Substring: Decimal] = [:]
        for line in try #require(files["lines"]).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = fields[2...].map { Decimal(string: String($0)) ?? 0 }
            var (exact, amount) = (numbers[0] * numbers[1] * (1 - numbers[2]), Decimal())
            NSDecimalRound(&amount, &exact, 2, .plain)
            totals[fields[0], default: 0] += amount
        }
        for line in try #require(files["orders"]).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            totals[fields[0], default: 0] += Decimal(string: String(fields[7])) ?? 0
        }
        return totals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    }
}
