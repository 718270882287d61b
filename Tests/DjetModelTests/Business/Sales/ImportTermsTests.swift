import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// A file's encoding and notation, and the options that name them.
@Suite struct ImportTermsTests {
    private static let header = "order no;sku;description;qty;price;date\r\n"

    private func descriptions(_ database: TestDatabase) async throws -> [String] {
        try await database.store.rows(
            "select description from sales.order_line order by order_number", as: String.self)
    }

    @Test func aByteOrderMarkIsBelievedAndOneBadByteRejectsItsLine() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let bytes =
                Array("\u{FEFF}\(Self.header)1;A;Krüg;1;1;\r\n2;A;Caf".utf8) + [0xE9]
                + Array(";1;1;\r\n".utf8)
            let report = try await model.imported(bytes) { $0.encoding = "windows-1252" }
            #expect(report.accepted == 1 && report.rejected == 1 && report.encoding == "utf-8")
            #expect(try await descriptions(database) == ["Krüg"])
            let rejects = try await model.text(of: report.rejects)
            #expect(rejects.contains("3;the line has bytes that are not UTF-8;2;A;Caf\u{FFFD};1;1;"))
            let again = try await model.imported(rejects)
            #expect(again.accepted == 0 && again.rejected == 1, "what was lost is not booked")
        }
    }

    @Test func utf16IsReadByItsMarkOrByWhatWasSaid() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            func bytes(_ text: String, isBigEndian: Bool) -> [UInt8] {
                (Self.header + text).utf16.flatMap {
                    isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                }
            }
            let little = try await model.imported(
                [0xFF, 0xFE] + bytes("1;A;Müg €;1;2,50;\r\n", isBigEndian: false))
            #expect(little.accepted == 1 && little.encoding == "utf-16le")
            let big = try await model.imported(bytes("2;A;Öl;1;1;", isBigEndian: true)) {
                $0.encoding = "utf-16"
            }
            #expect(big.accepted == 1 && big.encoding == "utf-16be")
            #expect(try await descriptions(database) == ["Müg €", "Öl"])
            let error = await #expect(throws: ModelError.self) {
                try await model.imported(bytes("3;A;Öl;1;1;", isBigEndian: false))
            }
            #expect(error?.message.contains("UTF-16") == true && error?.message.contains("encoding") == true)
        }
    }

    @Test(arguments: ["utf-16", "unicode", "UCS-2"])
    func whereANameLeavesTheOrderOfBytesOpenTheyTellIt(name: String) async throws {
        try await withDatabase(business: true) { database in
            let bytes = (Self.header + "1;A;Öl;1;1;").utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            let report = try await database.model().imported(bytes) { $0.encoding = name }
            #expect(report.accepted == 1 && report.encoding == "utf-16be")
        }
    }

    @Test func anArgumentOrTheSendersCharsetSaysTheEncoding() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let cyrillic: [UInt8] = [0xCA, 0xF0, 0xF3, 0xE6, 0xEA, 0xE0]
            func bytes(_ number: Int) -> [UInt8] {
                Array("\(Self.header)\(number);A;".utf8) + cyrillic + Array(";1;1;\r\nX;A;;x;1;\r\n".utf8)
            }
            let said = try await model.imported(bytes(1)) { $0.encoding = "CP1251" }
            #expect(said.encoding == "windows-1251")
            let sent = try await model.imported(bytes(2), as: "text/csv; charset=windows-1251")
            #expect(sent.encoding == "windows-1251")
            let over = try await model.imported(bytes(3), as: "text/csv; charset=utf-8") {
                $0.encoding = "koi8-r"
            }
            #expect(over.encoding == "koi8-r")
            #expect(try await descriptions(database) == ["Кружка", "Кружка", "йПСФЙЮ"])
            let rejects = try await model.text(of: said.rejects)
            #expect(rejects.hasPrefix("\u{FEFF}line;reason;"), "a mark tells better than what is said again")
            for unknown in ["shift_jis", "klingon"] {
                let error = await #expect(throws: ModelError.self) {
                    try await model.imported(bytes(4)) { $0.encoding = unknown }
                }
                #expect(error?.message.contains("“\(unknown)” is unknown; use one of utf-8") == true)
            }
        }
    }

    @Test func aNULByteRejectsItsLineInOneByteEncodingsAndInUTF8() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            for (number, encoding) in [("1", "utf-8"), ("2", "windows-1252")] {
                let report = try await model.imported(
                    Array("\(Self.header)\(number);A;Lamp;1;1;\r\nX;A;L\0mp;1;1;\r\n".utf8)
                ) { $0.encoding = encoding }
                #expect(report.accepted == 1 && report.rejected == 1)
                let rejects = try await model.text(of: report.rejects)
                let reason = "\"the line has a NUL byte; write again what stood there\""
                #expect(rejects.contains("3;\(reason);X;A;L\u{FFFD}mp;1;1;"))
            }
            let utf16 = (Self.header + "3;A;Lamp;1;1;").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let error = await #expect(throws: ModelError.self) {
                try await model.imported(utf16, as: "text/csv; charset=utf-8")
            }
            #expect(error?.message.contains("looks like UTF-16") == true)
        }
    }

    @Test func whatLooksLikeNoUTF8IsWindows1252() async throws {
        try await withDatabase(business: true) { database in
            let bytes = Array("\(Self.header)1;A;Kr".utf8) + [0xFC, 0x67, 0x20, 0x80] + Array(";1;1;".utf8)
            let report = try await database.model().imported(bytes)
            #expect(report.encoding == "windows-1252")
            #expect(try await descriptions(database) == ["Krüg €"])
        }
    }

    @Test func datesDecimalsAndColumnsCanBeSaid() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let text = "Auftrag;Artikel;Menge;Preis;Tag\r\n1;A;1.000;1.250;1.12.2010\r\n"
            let error = await #expect(throws: ModelError.self) { try await model.imported(text) }
            #expect(error?.message.contains("found: “Auftrag”, “Artikel”") == true)
            #expect(error?.message.contains("in the field columns of sales.import-orders") == true)
            let report = try await model.imported(Array(text.utf8)) { function in
                function.dates = .dmy
                function.decimal = .comma
                var columns = ImportColumns()
                (columns.number, columns.product) = ("Auftrag", "Artikel")
                (columns.quantity, columns.unitPrice, columns.orderedOn) = ("Menge", "Preis", "Tag")
                function.columns = columns
            }
            #expect(report.accepted == 1)
            let booked = try await database.store.first(
                "select ordered_on || ' ' || total from sales.order", as: String.self)
            #expect(booked == "2010-12-01 1250000.00")
        }
    }

    @Test func whatANumberMeansIsShownByLinesFurtherOn() async throws {
        for inSteps in [false, true] {
            try await withDatabase(business: true) { database in
                let report = try await database.model().imported(
                    "\(Self.header)1;A;;1.000;1;\r\n2;A;;1;2,50;\r\n", inSteps: inSteps)
                #expect(report.accepted == 2 && report.salesTotal == 1002.5)
            }
        }
    }
}
