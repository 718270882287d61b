import DjetModel
import Foundation
import Testing

struct OrderImportTests {
    private let header = "number,code,description,quantity,price,customer,country,date\n"
        .replacingOccurrences(of: "number,code", with: "order number,product code")

    @Test(arguments: [
        (",A,x,1,1,,,", "the order number is missing"),
        ("1,  ,x,1,1,,,", "the product code is missing"),
        ("1,A,x,one,1,,,", "the quantity is not a number"),
        ("1,A,x,,1,,,", "the quantity is missing"),
        ("1,A,x,1,1e3,,,", "the unit price is not a number"),
        (
            "1,A,x,1,0.00001,,,",
            "the unit price has more than 8 digits before or more than 4 after the decimal point"
        ),
        ("1,A,x,0,1,,,", "the quantity is 0"),
        (
            "1,A,x,-1,1,,,",
            "the quantity is negative, but the order number does not start with C, so this is not a return"
        ),
        ("C1,A,x,1,-1,,,", "the unit price is negative"),
        ("1,A,x,1,1,,,2010-02-29", "the date is not of the form 2010-12-01"),
        ("1,A,x,1,1,,,12/1/2010 8:26", "the date is not of the form 2010-12-01"),
        ("1,A,x,1,1", "the line has 5 fields, the header has 8"),
        ("1,A,x,1,1,,,,", "the line has 9 fields, the header has 8"),
    ])
    func rejectsWithLineReasonAndText(line: String, reason: String) throws {
        let result = try run(header + "\n" + line + "\n")
        #expect(result.rejects == "3\t\(reason)\t\(line)\n")
        #expect(result.reading.rejected == 1)
        #expect(result.lines.isEmpty && result.runs.isEmpty)
    }

    @Test func acceptsWhatTheRulesAllow() throws {
        let text =
            header
            + "7,A,Bowl,2,1.255,C1,Denmark,2010-12-01\n"
            + "7,\"B\"\"1\",\"Tab\t\\\",1,0,C1,Denmark,2010-12-01 08:26:00\n"
            + "C8, A ,,-3,.5,,,\n"
            + "C8,A,,-3,0.5,,,\n"
        let result = try run(text)
        #expect(
            result.lines == "2\t2\t1.255\t7\tA\tBowl\n3\t1\t0\t7\tB\"1\tTab\\t\\\\\n5\t-3\t0.5\tC8\tA\t\\N\n"
        )
        #expect(result.runs == "2\t2\t251e-2\t2010-12-01\t7\tC1\tDenmark\n5\t1\t-150e-2\t\\N\tC8\t\\N\t\\N\n")
        #expect(result.products == "2\tA\tBowl\n3\tB\"1\tTab\\t\\\\\n")
        #expect(result.reading.lines == 4)
        #expect(result.reading.rejected == 1)
    }

    @Test func readsASemicolonFileWithDecimalCommas() throws {
        let result = try run("Order No;SKU;Qty;Price\n1;A;1,5;2,55\n")
        #expect(result.lines == "2\t1.5\t2.55\t1\tA\t\\N\n")
    }

    @Test(arguments: [
        ("", "orders.csv: the file is empty; expected is a CSV file with a header and order lines"),
        ("a\0b", "orders.csv, line 1: the file is binary (it has a NUL byte), expected is text"),
        (
            "order no,sku,qty,price\n1,\"A,1,1\n",
            "orders.csv, line 2: a quote (\") is opened and never closed"
        ),
        ("order no,sku,qty,price\n1,\"A\"B,1,1\n", "orders.csv, line 2: text follows a closing quote"),
        ("\norder no,sku\n", "orders.csv, line 2: the header lacks quantity and unit price"),
        ("order no,sku,qty,price,qty\n", "orders.csv, line 1: the header names the column “qty” twice"),
    ])
    func endsWithASentenceThatNamesFileAndLine(text: String, sentence: String) {
        let error = #expect(throws: ImportError.self) { try run(text) }
        #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
    }

    @Test func anyChunkingOfSampleOrdersGivesTheSameLines() throws {
        let text = SampleOrders(count: 60, seed: 5).flatMap { $0 }
        let whole = try run(text, chunk: text.count)
        for size in [1, 777] {
            let cut = try run(text, chunk: size)
            #expect(cut.lines == whole.lines)
            #expect(cut.rejects == whole.rejects)
            #expect(cut.reading.lines == whole.reading.lines)
        }
    }

    /// UCI's "Online Retail", which is not part of the project: it lies beside the checkout, or this is skipped.
    private static let realOrders = URL(filePath: #filePath).appending(path: "../../../../../shared/data")
        .appending(path: "online-retail.csv").standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: realOrders.path())))
    func realOrdersComeToTheKnownTotals() throws {
        let data = try Data(contentsOf: Self.realOrders)
        let result = try run(Array(data), chunk: 1 << 20)
        #expect(result.reading.lines == 50_062)
        #expect(result.reading.accepted == 49_977)
        #expect(result.reading.rejected == 85)
        var totals: [String: Int] = [:]
        for run in result.runs.split(separator: "\n") {
            let fields = run.split(separator: "\t")
            totals[String(fields[4]), default: 0] += Int(fields[2].dropLast(3)) ?? 0
        }
        let returns = totals.filter { $0.key.hasPrefix("C") }
        #expect(returns.count == 384)
        #expect(totals.count - returns.count == 1_873)
        #expect(returns.values.reduce(0, +) == -114_726_38)
        #expect(totals.values.reduce(0, +) == 841_344_33)
    }

    private struct Outcome {
        var reading: OrderImport
        var runs = "", products = "", lines = "", rejects = ""

        mutating func add(_ batch: OrderImportBatch) {
            runs += String(decoding: batch.runs.bytes, as: UTF8.self)
            products += String(decoding: batch.products.bytes, as: UTF8.self)
            lines += String(decoding: batch.lines.bytes, as: UTF8.self)
            rejects += String(decoding: batch.rejects.bytes, as: UTF8.self)
        }
    }

    private func run(_ text: String) throws -> Outcome {
        try run(Array(text.utf8), chunk: 1_000)
    }

    private func run(_ bytes: [UInt8], chunk size: Int) throws -> Outcome {
        let chunks = stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        var check = TextCheck()
        for chunk in chunks { check.feed(chunk) }
        var outcome = Outcome(reading: OrderImport(try OrderFile(name: "orders.csv", check)))
        for chunk in chunks { outcome.add(try outcome.reading.read(chunk)) }
        outcome.add(try outcome.reading.finish())
        return outcome
    }
}
