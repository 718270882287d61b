import DjetModel
import Testing

struct OrderColumnsTests {
    @Test func findsTheColumnsOfARetailerAndOfNorthwind() throws {
        let retail = try OrderColumns(
            header: [
                "InvoiceNo", "StockCode", "Description", "Quantity", "UnitPrice", "CustomerID", "Country",
            ]
        )
        #expect([retail.number, retail.code, retail.quantity, retail.price] == [0, 1, 3, 4])
        #expect([retail.description, retail.customer, retail.country, retail.date] == [2, 5, 6, nil])
        let northwind = try OrderColumns(header: [
            "order_id", "product_id", "unit_price", "quantity", "discount",
        ])
        #expect([northwind.number, northwind.code, northwind.quantity, northwind.price] == [0, 1, 3, 2])
        #expect(northwind.description == nil)
    }

    @Test func caseAndSeparatorsMakeNoDifference() throws {
        let columns = try OrderColumns(header: [
            "UNIT-PRICE", " order no ", "qty", "x", "Product_Code", "Order Date",
        ])
        #expect([columns.price, columns.number, columns.quantity, columns.code] == [0, 1, 2, 4])
        #expect(columns.date == 5)
        #expect(columns.width == 6)
    }

    @Test func saysWhatIsMissingWhatWasFoundAndWhatIsKnown() {
        let error = #expect(throws: HeaderError.self) { try OrderColumns(header: ["order_id", "amount"]) }
        let text = error?.description ?? ""
        #expect(text.contains("lacks product code, quantity and unit price"))
        #expect(text.contains("found: “order_id”, “amount”"))
        #expect(text.contains("unit price may be called unit price, price"))
    }

    @Test func refusesAColumnThatIsThereTwice() {
        #expect(throws: HeaderError.twice("QTY")) { try OrderColumns(header: ["qty", "QTY"]) }
        #expect(throws: HeaderError.ambiguous(.quantity, "qty", "Quantity")) {
            try OrderColumns(header: ["qty", "Quantity"])
        }
    }
}
