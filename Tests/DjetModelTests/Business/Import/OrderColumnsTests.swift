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

    @Test func pointsNumberSignsAndLineBreaksMakeNoDifference() throws {
        let columns = try OrderColumns(header: [
            "Order\nNo.", "SKU", "Qty.", "Unit\u{A0}Price", "Customer #", "", " ",
        ])
        #expect([columns.number, columns.code, columns.quantity, columns.price] == [0, 1, 2, 3])
        #expect(columns.customer == 4)
        #expect(columns.width == 5, "blank names at the end are no columns")
        #expect(try OrderColumns(header: ["Order #", "SKU", "Qty", "Price"]).number == 0)
        #expect(try OrderColumns(header: ["Order №", "SKU", "Quantity:", "Price:"]).quantity == 2)
        let second = try OrderColumns(
            header: [
                "Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID",
                "Country",
            ])
        #expect([second.number, second.code, second.quantity, second.price] == [0, 1, 3, 5])
        #expect([second.date, second.customer] == [4, 6])
    }

    @Test func whatNobodySeesMakesNoDifference() throws {
        let columns = try OrderColumns(header: [
            "=\"Order No\"", "SKU\u{200E}", "Q\u{AD}ty", "\u{2060}Unit\u{3164}Price\u{FE0F}", "=\"\"",
            "\u{200B}",
        ])
        #expect([columns.number, columns.code, columns.quantity, columns.price] == [0, 1, 2, 3])
        #expect(columns.width == 4, "names of nothing at the end are no columns")
    }

    @Test func findsTheColumnsOfOtherPrograms() throws {
        let columns = try OrderColumns(header: [
            "Order No.", "Item Code", "Qty Ordered", "Price Each", "Cust. No.", "Country/Region",
        ])
        #expect([columns.number, columns.code, columns.quantity, columns.price] == [0, 1, 2, 3])
        #expect([columns.customer, columns.country] == [4, 5])
        for price in ["Unit Price (GBP)", "Price (€)", "unit_price_(Usd)"] {
            #expect(OrderColumn(named: price) == .price)
        }
        for name in ["Price (net)", "Quantity (EUR)", "(EUR)", "Price (", "Item No."] {
            #expect(OrderColumn(named: name) == nil)
        }
    }

    @Test func refusesAColumnThatIsNeededAndThereTwice() throws {
        #expect(throws: HeaderError.twice("QTY")) { try OrderColumns(header: ["qty", "QTY"]) }
        #expect(throws: HeaderError.ambiguous(.quantity, "qty", "Quantity")) {
            try OrderColumns(header: ["qty", "Quantity"])
        }
        let notes = try OrderColumns(header: ["order no", "note", "sku", "Note", "qty", "price"])
        #expect(notes.quantity == 4)
    }

    @Test func whatAFileCallsItsColumnsCanBeSaid() throws {
        var given = ImportColumns()
        (given.number, given.product, given.quantity, given.unitPrice) = (
            "auftrags-nr", "Artikel", "Menge", "Preis"
        )
        let header = ["Auftragsnr.", "Artikel", "Menge", "Preis", "Order No", "SKU", "SKU"]
        let columns = try OrderColumns(header: header, given: given)
        #expect([columns.number, columns.code, columns.quantity, columns.price] == [0, 1, 2, 3])
        given.country = "Land"
        let error = #expect(throws: HeaderError.self) { try OrderColumns(header: header, given: given) }
        #expect(
            error?.description.contains("no column “Land”, which the field columns gives as the country")
                == true)
        #expect(error?.description.contains("found: “Auftragsnr.”") == true)
        var twice = ImportColumns()
        twice.number = "SKU"
        #expect(throws: HeaderError.twice("SKU")) { try OrderColumns(header: header, given: twice) }
    }

    @Test func aLongNameIsLookedAtInLinearTime() throws {
        let long = String(repeating: "\u{130}", count: 200_000)
        #expect(throws: HeaderError.self) { try OrderColumns(header: [long, long]) }
    }
}
