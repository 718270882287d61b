import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The look at a file before its import.
@Suite struct PreviewImportTests {
    private static let header = "order no;sku;description;qty;price;date\r\n"

    private static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    struct Sample: Sendable {
        let bytes: [UInt8]
        let encoding: String
        let separator: String
        let decimal: DecimalSign?
        let rejected: Int
        let first: [String]
    }

    @Test(arguments: [
        Sample(
            bytes: Array("sep=;\r\norder no;sku;qty;price\r\nA;P1;1;2,5\r\n".utf8), encoding: "utf-8",
            separator: "semicolon", decimal: .comma, rejected: 0, first: ["A", "P1", "1", "2,5"]),
        Sample(
            bytes: utf16("order no\tsku\tqty\tprice\nA\tMüg\t1\t1\n"), encoding: "utf-16le",
            separator: "tab", decimal: nil, rejected: 0, first: ["A", "Müg", "1", "1"]),
        Sample(
            bytes: Array("order no,sku,qty,price\nA,\"Kr".utf8) + [0xFC] + Array("g, 1\",1,2.50\n".utf8),
            encoding: "windows-1252", separator: "comma", decimal: .point, rejected: 0,
            first: ["A", "Krüg, 1", "1", "2.50"]),
        Sample(
            bytes: Array("\u{FEFF}order no|sku|qty|price\nA|P|1|1\nB|Caf".utf8) + [0xE9] + Array("|1|1".utf8),
            encoding: "utf-8", separator: "bar", decimal: nil, rejected: 1, first: ["A", "P", "1", "1"]),
        Sample(
            bytes: Array("sep=:\norder no:sku:qty:price\n;;;\nA:=1:0\n".utf8), encoding: "utf-8",
            separator: ":", decimal: nil, rejected: 2, first: [";;;", "", "", ""]),
    ])
    func eachKindOfFileIsShownAsItWouldBeRead(sample: Sample) async throws {
        try await withDatabase(business: true) { database in
            let look = try await database.model().look(sample.bytes)
            #expect(look.encoding == sample.encoding && look.separator == sample.separator)
            #expect(look.columns.map(\.field) == ["number", "product", "quantity", "unitPrice"])
            #expect(look.isWhole && look.fits && look.rows.first == sample.first)
            #expect(look.check?.decimal == sample.decimal && look.check?.rejected == sample.rejected)
        }
    }

    @Test func itCountsWhatTheImportRejectsAndBooksNothing() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let text = """
                order no,sku,qty,price,customer
                1,A,1,"1,50",X
                1,B,0,1,X
                2,A,1,1,X
                2,A,1,1,Y
                3,A,-1,1,
                4,A,2,1.5,
                ,TOTAL,3,10,
                C5,A,-1,1,

                """
            let look = try await model.look(Array(text.utf8))
            for table in ["order", "product", "import_run", "import_order", "import_reject", "import"] {
                let count: Statement = "select count(*) from sales.\(identifier: table)"
                #expect(try await database.store.first(count, as: Int.self) == 0, "\(table)")
            }
            let check = try #require(look.check)
            let report = try await model.imported(text)
            #expect(check.lines == report.lines && check.lines == 8)
            #expect(check.rejected == report.rejected && check.rejected == 6)
            #expect(check.rejects.map(\.line) == [2, 3, 4, 5, 6, 8] && check.conflict == nil)
            #expect(check.rejects[1].reason == "the quantity is 0")
            #expect(check.rejects[2].reason.contains("two customers"))
            let again = try await model.look(Array(text.utf8))
            #expect(again.check?.conflict?.contains("order 4 exists already") == true)
            #expect(again.fits, "the columns do")
        }
    }

    @Test func aFieldThatTwoColumnsCouldBeIsSaid() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let bytes = Array("order no,SKU,sku,qty,price,Listenpreis\n1,old,new,1,2,3\n".utf8)
            let look = try await model.look(bytes)
            #expect(look.columns.map(\.field) == ["number", "-", "-", "quantity", "unitPrice", "-"])
            #expect(!look.fits && look.faults == ["no column is the product code"] && look.check == nil)
            let mapping = ["number", "", "product", "quantity", "-", "unitPrice"]
            let said = try await model.look(bytes) { $0.mapping = mapping }
            #expect(
                said.fits && said.choices.mapping == ["number", "-", "product", "quantity", "-", "unitPrice"])
            let report = try await model.imported(bytes) { $0.mapping = mapping }
            #expect(report.accepted == 1)
            let line = try await database.store.first(
                "select product_code || ' ' || trim_scale(unit_price) from sales.order_line", as: String.self)
            #expect(line == "new 3")
        }
    }

    private static let misfits: [([String], Int?, String)] = [
        (["number", "product", "quantity", "quantity"], 3, "column 3 is the quantity already"),
        (["number", "product", "quantity", "price"], 3, "there is no field “price”"),
        (["number", "product", "-", "unitPrice"], nil, "no column is the quantity"),
        (["number", "product", "quantity", "unitPrice", "-"], nil, "has 5 columns, the file 4"),
    ]

    @Test(arguments: misfits)
    func whatDoesNotFitIsToldBesideItsColumn(
        mapping: [String], column: Int?, reason: String
    ) async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let bytes = Array("order no,sku,qty,price\n1,A,1,2\n".utf8)
            let look = try await model.look(bytes) { $0.mapping = mapping }
            let told = column.map { look.columns[$0].fault.map { [$0] } ?? [] } ?? look.faults
            #expect(!look.fits && told.contains { $0.contains(reason) }, "\(told)")
            let error = await #expect(throws: ModelError.self) {
                try await model.imported(bytes) { $0.mapping = mapping }
            }
            #expect(error?.message.contains(reason) == true && error?.message.contains("line 1") == true)
        }
    }

    @Test func aHostileHeaderIsCut() async throws {
        try await withDatabase(business: true) { database in
            let names =
                [
                    "order no", "sku", "qty", "price",
                    String(repeating: "<script>x</script>\u{202E}", count: 90),
                ]
                + (5..<1_000).map { "column \($0)" }
            let line = ["1", "A", "1", "2", String(repeating: "é", count: 5_000)]
            let text = names.joined(separator: ",") + "\n" + line.joined(separator: ",") + "\n"
            let look = try await database.model().look(Array(text.utf8))
            #expect(look.columns.count == 200 && look.columnCount == 1_000 && look.fits)
            #expect(look.columns.allSatisfy { $0.name.unicodeScalars.count <= 200 })
            #expect(!look.columns[4].name.contains("\u{202E}"))
            #expect(look.rows[0].count == 200 && look.rows[0].allSatisfy { $0.count <= 100 })
            #expect(look.check?.lines == 1 && look.check?.rejected == 0)
        }
    }

    @Test func onlyTheBeginningOfALargeFileIsRead() async throws {
        try await withDatabase(business: true) { database in
            let lines = (1...40_000).map { "\($0);A;a lamp;1;2.50;\r\n" }.joined()
            let look = try await database.model().look(Array((Self.header + lines).utf8))
            let check = try #require(look.check)
            #expect(!look.isWhole && look.size <= 1 << 19 && look.rows.count == 20)
            #expect((10_000..<40_000).contains(check.lines) && check.rejected == 0)
        }
    }

    @Test(arguments: [
        (["1.12.2010", "13.12.2010 8:26"], DateOrder.dmy), (["12/1/2010", "12/13/2010"], .mdy),
        (["12/1/2010"], nil), (["2010-12-01", ""], nil),
    ])
    func theOrderOfDaysIsProposedIfThereIsOnlyOne(days: [String], order: DateOrder?) async throws {
        try await withDatabase(business: true) { database in
            let lines = days.enumerated().map { "\($0);A;;1;2;\($1)\r\n" }.joined()
            let look = try await database.model().look(Array((Self.header + lines).utf8))
            #expect(look.choices.dates == order)
        }
    }

    @Test func itTakesTheArgumentsOfTheImport() async throws {
        try await withDatabase(business: true) { database in
            #expect(PreviewImport<ImportOrders>.name == "sales.preview-orders")
            #expect(Schema.of(PreviewImport<ImportOrders>.self) == Schema.of(ImportOrders.self))
            let names = Functions(Business.functions).names.filter { $0.hasPrefix("sales.preview-") }
            #expect(
                names.map { $0.dropFirst(14) } == ["customers", "orders", "prices", "products", "suppliers"])
            let error = await #expect(throws: ModelError.self) {
                try await database.model().look([0x20, 0x0A])
            }
            #expect(error?.message.contains("the file is empty") == true)
            let wide = Array((String(repeating: "order no,", count: 60_000) + "sku\nA,P\n").utf8)
            let cut = await #expect(throws: ModelError.self) { try await database.model().look(wide) }
            #expect(cut?.message.contains("the first line is longer than half a MiB") == true)
        }
    }
}
