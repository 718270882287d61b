import DjetModel
import Testing

struct OrderImportTests {
    private let header = "order number,product code,description,quantity,price,customer,country,date\n"

    @Test(arguments: [
        (",A,x,1,1,,,", "the order number is missing"),
        ("?,A,x,1,1,,,", "the order number has neither a letter nor a digit"),
        ("\u{2013},A,x,1,1,,,", "the order number has neither a letter nor a digit"),
        ("1,  ,x,1,1,,,", "the product code is missing"),
        ("1,\u{A0}\u{200B},x,1,1,,,", "the product code is missing"),
        ("1,P\u{1},x,1,1,,,", "the product code has a control character (U+0001)"),
        ("1,#N/A,x,1,1,,,", "the product code is an error of a spreadsheet; write what it should be"),
        ("1,A,x,1,1,#REF!,,", "the customer is an error of a spreadsheet; write what it should be"),
        ("1,A,x,one,1,,,", "the quantity is not a number"),
        ("1,A,x,,1,,,", "the quantity is missing"),
        ("1,A,x,1,1e3,,,", "the unit price is not a number"),
        (
            "1,A,x,1,0.00001,,,",
            "the unit price has more than 8 digits before or more than 4 after the decimal point"
        ),
        (
            "1,A,x,\"1,000\",1,,,",
            "the quantity 1,000 is one number with a decimal point and another with a decimal comma; "
                + "say which in the field decimal of sales.import-orders"
        ),
        ("1,A,x,0,1,,,", "the quantity is 0"),
        (
            "1,A,x,1,1,,,2010-02-29",
            "the date is not a day of the form 2010-12-01; "
                + "say in the field dates of sales.import-orders in which order day, month and year stand"
        ),
        (
            "1,A,x,1,1,,,2010-12-01 25:00",
            "what follows the day is not a time such as 8:26, 08:26:00 or 8:26 PM"
        ),
        ("1,A,x,1", "the unit price is missing"),
        ("1,A,x,1,1,,,,y", "the line has 9 fields, the header has 8"),
    ])
    func rejectsWithLineReasonAndFields(line: String, reason: String) throws {
        let result = try run(header + "\n" + line + "\n")
        #expect(result.rejects == "i\t3\t\(reason)\t\(line)\n")
        #expect(result.lines.isEmpty && result.products.isEmpty)
        let counts = result.runs.isEmpty || result.runs.hasSuffix("\t\(reason)\n")
        #expect(counts, "a line that breaks a rule counts against its order")
    }

    @Test func aLineThatNamesNoOrderCountsAgainstThatOfTheLineBefore() throws {
        let result = try run(header + "1,A,x,1,1,,,\n,B,x,1,1,,,\n1\u{1},B,x,1,1,,,\n2,A,x,1,1,,,\n")
        #expect(
            result.runs
                == "i\t1\t2\t1\t100e-2\tf\t\\N\t1\t\\N\t\\N\t\\N\n"
                + "i\t1\t3\t1\t0e-2\tf\t\\N\t1\t\\N\t\\N\tthe order number is missing\n"
                + "i\t1\t4\t1\t0e-2\tf\t\\N\t1\t\\N\t\\N\t"
                + "the order number has a control character (U+0001)\n"
                + "i\t1\t5\t1\t100e-2\tf\t\\N\t2\t\\N\t\\N\t\\N\n")
    }

    @Test(arguments: [
        ",B,x,one,1", ",B,x,,1", ",B,x,1", ",B,x,1,2 EUR", ",B,x,1,#N/A", ",,x,1,2 EUR", ",B,,1,",
        "#REF!,B,x,1,2 EUR", "?,B,x,1,2", "?,B,x,1,2 EUR", ",B,x,1,1,,,,y",
    ])
    func aLineThatHasASecondFaultCountsAllTheSame(line: String) throws {
        let result = try run(header + "1,A,x,1,1,,,\n" + line + "\n2,A,x,1,1,,,\n")
        let faults = result.runs.split(separator: "\n").filter { !$0.hasSuffix("\t\\N") }
        #expect(faults.count == 1 && faults[0].hasPrefix("i\t1\t3\t1\t0e-2\tf\t\\N\t1\t"), "\(result.runs)")
    }

    @Test(arguments: [
        ("Lamp,,P1,1", ["Lamp", "1"]), ("Lamp, red,,P1,1,2", ["red", "1"]), (",2,P1,1", ["2"]),
    ])
    func theNumberMayBeMissingWhereverItsColumnStands(line: String, orders: [String]) throws {
        let result = try run("description,order no,sku,qty,price\nLamp,1,P1,1,2\n" + line + "\n")
        let faults = result.runs.split(separator: "\n").filter { !$0.hasSuffix("\t\\N") }
        #expect(faults.map { $0.split(separator: "\t")[7] } == orders.map { $0[...] })
    }

    @Test(arguments: [
        ",,Total,1,,,,", ",TOTAL,,3,10,,,", ",Grand Total:,,3,10", ",Items,,,10,,,",
        "Total,,,,99,,,", ",,,Sum", ",,,,99", ",,,3,99", ",,Total,3,99", ",,Page 1 of 3", "Printed on 1 May",
        ",,Chairs", "#REF!,,,,99",
    ])
    func aFooterCountsAgainstNobody(footer: String) throws {
        let result = try run(header + "1,A,x,1,1,,,\n" + footer + "\n")
        let ofOrder = result.runs.split(separator: "\n").filter { $0.contains("\t1\t\\N\t\\N\t") }
        #expect(ofOrder == ["i\t1\t2\t1\t100e-2\tf\t\\N\t1\t\\N\t\\N\t\\N"])
        #expect(result.rejects.hasPrefix("i\t3\t") && result.lines == "2\t1\t1\t1\tA\tx\t1.00\n")
    }

    @Test(arguments: ["Note: fragile", "Subtotal,,,2,8.00", "Page 2", "2,B,x,0,1"])
    func aNoteBetweenTheLinesOfAnOrderDoesNotPartThem(line: String) throws {
        let result = try run(header + "1,A,x,1,2,,,\n" + line + "\n,B,x,1,4,,,\n")
        let fault = "\t\\N\t\\N\tthe order number is missing\n"
        let order = line.hasPrefix("2,") ? "2" : "1"
        #expect(result.runs.hasSuffix("i\t1\t4\t1\t0e-2\tf\t\\N\t\(order)" + fault), "\(result.runs)")
    }

    @Test(arguments: ["Заказ", "注文", "\u{0664}", "½"])
    func aNumberMayBeOfAnyScript(number: String) throws {
        let result = try run(header + "\(number),A,x,1,1,,,\n")
        #expect(result.rejects.isEmpty && result.lines == "2\t1\t1\t\(number)\tA\tx\t1.00\n")
    }

    @Test(arguments: [
        #""=""""","=""""""#, #"="",="",="""#,
        "\u{200B},\u{3000},\u{2800}", "\u{1A}\u{2007}", "\u{E0020}",
    ])
    func aRowOfNothingIsNoLine(row: String) throws {
        let result = try run(header + "1,A,x,1,1,,,\n" + row + "\n2,A,x,1,1,,,\n")
        #expect(result.reading.lines == 2 && result.rejects.isEmpty)
        let hasFault = result.runs.split(separator: "\n").contains { !$0.hasSuffix("\t\\N") }
        #expect(!hasFault)
    }

    @Test func whatIsEmptyAtTheEndOfALineMayBeLeftOut() throws {
        let result = try run(header + "1,A,x,1,1\n2,B,x,1,2,K\n")
        #expect(result.lines == "2\t1\t1\t1\tA\tx\t1.00\n3\t1\t2\t2\tB\tx\t2.00\n" && result.rejects.isEmpty)
        #expect(result.runs.hasSuffix("\t2\tK\t\\N\t\\N\n"))
    }

    @Test func aLineOfAnotherWidthCountsAgainstTheOrdersThatItMayName() throws {
        let header = "description,order no,sku,qty,price\n"
        let reason = "the line has 6 fields, the header has 5"
        let result = try run(header + "Lamp,A1,P1,1,2\nLamp, red,A1,P1,1,2\n")
        #expect(
            result.runs
                == "i\t1\t2\t1\t200e-2\tf\t\\N\tA1\t\\N\t\\N\t\\N\n"
                + "i\t1\t3\t1\t0e-2\tf\t\\N\tred\t\\N\t\\N\t\(reason)\n"
                + "i\t1\t3\t1\t0e-2\tf\t\\N\tA1\t\\N\t\\N\t\(reason)\n")
        let same = try run(header + "A1,A1,A1,P1,1,2\n")
        #expect(same.runs == "i\t1\t2\t1\t0e-2\tf\t\\N\tA1\t\\N\t\\N\t\(reason)\n", "once")
        let short = try run(header + "A1,P1,1,2\n")
        #expect(
            short.runs
                == "i\t1\t2\t1\t0e-2\tf\t\\N\tP1\t\\N\t\\N\tthe unit price is missing\n"
                + "i\t1\t2\t1\t0e-2\tf\t\\N\tA1\t\\N\t\\N\tthe unit price is missing\n")
    }

    @Test func aTextOfTooManyMarksIsRejectedInLinearTime() throws {
        let marks = String(repeating: "\u{301}\u{316}", count: 100_000)
        let code = try run(header + "1,a\(marks),x,1,1,,,\n")
        #expect(code.rejects.utf8.starts(with: "i\t2\tthe product code has more than 64 characters\t".utf8))
        let some = String(repeating: "\u{301}\u{316}", count: 250)
        let description = try run(header + "1,A,a\(some),1,1,,,\n")
        let reason = "the description has a letter with more than 100 combining marks"
        #expect(description.rejects.utf8.starts(with: "i\t2\t\(reason)\t".utf8))
    }

    @Test func acceptsWhatTheRulesAllow() throws {
        let text =
            header
            + "7,A,Bowl,2,1.255,C1,Denmark,2010-12-01\n"
            + "7,\"B\"\"1\",\"Tab\t\\\",1,0,C1,Denmark,2010-12-01 08:26:00\n"
            + ",,,,,,,\n"
            + "C8, A ,,-3,.5,,,,,\n"
            + "C8,\u{A0}A,,-3,0.5,,,\n"
            + "8,=\"A\",,1,-5,,,\n"
        let result = try run(text)
        #expect(
            result.lines
                == "2\t2\t1.255\t7\tA\tBowl\t2.51\n3\t1\t0\t7\tB\"1\tTab \\\\\t0.00\n"
                + "5\t-3\t0.5\tC8\tA\t\\N\t-1.50\n6\t-3\t0.5\tC8\tA\t\\N\t-1.50\n7\t1\t-5\t8\tA\t\\N\t-5.00\n"
        )
        #expect(
            result.runs
                == "i\t1\t2\t2\t251e-2\tf\t2010-12-01\t7\tC1\tDenmark\t\\N\n"
                + "i\t1\t5\t2\t-300e-2\tt\t\\N\tC8\t\\N\t\\N\t\\N\n"
                + "i\t1\t7\t1\t-500e-2\tf\t\\N\t8\t\\N\t\\N\t\\N\n"
        )
        #expect(result.products == "2\tA\tBowl\n3\tB\"1\tTab \\\\\n")
        #expect(result.reading.lines == 5)
        #expect(result.rejects.isEmpty)
    }

    @Test func whatBecomesOfAnOrderBecomesOfAllItsLines() throws {
        let text = header + "1,A,,1,1,,,\n2,A,,1,1,,,\n3,\"A\"\"\",,1,1,,,\n2,A,,1,1,,,\n"
        let result = try run(text, fates: ["2": .refused("line 9 of this order: so"), "3": .spread])
        #expect(result.lines == "2\t1\t1\t1\tA\t\\N\t1.00\n")
        #expect(result.spread == "i\t4\t1\t1\t3\tA\"\t\\N\n")
        #expect(
            result.rejects
                == "i\t3\tline 9 of this order: so\t2,A,,1,1,,,\ni\t5\tline 9 of this order: so\t2,A,,1,1,,,\n"
        )
    }

    @Test func readsASemicolonFileWithDecimalCommas() throws {
        let result = try run("Order No;SKU;Qty;Price\n1;A;1,5;2,55\n")
        #expect(result.lines == "2\t1.5\t2.55\t1\tA\t\\N\t3.83\n")
    }

    @Test(
        arguments: [
            (";", "1.000;2,50", "1000\t2.5"), (";", "1;1.250,00", "1\t1250"), (";", "1.000;2.50", "1\t2.5"),
            (",", "\"1.000\",\"2,50\"", "1000\t2.5"), (",", "\"1,000\",2.50", "1000\t2.5"),
            (",", "1,1.255", "1\t1.255"), (";", "1;1.250", nil), (",", "\"1,000\",1", nil),
            (";", "1;1,250", nil),
            ("\t", "1.000\t1.000,5", "1000\t1000.5"),
        ] as [(String, String, String?)])
    func whatTheOtherNumbersOfAFileShowDecides(delimiter: String, numbers: String, booked: String?) throws {
        let header = ["order no", "sku", "qty", "price"].joined(separator: delimiter)
        let line = ["1", "A", numbers].joined(separator: delimiter)
        let result = try run(header + "\n" + line + "\n")
        #expect(booked.map { result.lines.hasPrefix("2\t\($0)\t1\tA\t\\N\t") } ?? result.lines.isEmpty)
        #expect(result.rejects.isEmpty == (booked != nil))
    }

    @Test func whatALaterLineShowsCountsForAnEarlierOne() throws {
        let result = try run("order no;sku;qty;price\n1;A;1.000;1\n2;A;1;2,50\n")
        #expect(result.lines == "2\t1000\t1\t1\tA\t\\N\t1000.00\n3\t1\t2.5\t2\tA\t\\N\t2.50\n")
        let both = try run("order no;sku;qty;price\n1;A;1.000;1\n2;A;1;2,50\n3;A;1;2.50\n")
        #expect(
            both.lines.split(separator: "\n").count == 2 && both.rejects.contains("i\t2\tthe quantity 1.000"))
    }

    @Test func aPointBesideACommaDecidesNothingIfBothCanGroup() throws {
        let result = try run("order no,sku,qty,price\nA,P,1.000,2\nB,P,1,\"2,500\"\n")
        #expect(result.lines.isEmpty)
        for text in ["quantity 1.000", "unit price 2,500"] {
            #expect(result.rejects.contains("the \(text) is one number with a decimal point and another"))
        }
    }

    @Test func rejectsCanBeImportedAsTheyAre() throws {
        let text = "Order No;SKU;=note;Qty;Price;;\r\n7;=1+1;-x;x;1,5;;;\r\n7;\"a;b\";;\"'-1\";2,5\r\n"
        let result = try run(text)
        let format = try #require(RejectsFormat(result.reading))
        let rejects = try #require(result.rejects.split(separator: "\n").first).split(separator: "\t")
        let file = format.header + format.line(2, String(rejects[2]), String(rejects[3]))
        let again = String(decoding: file, as: UTF8.self)
        #expect(
            again == "line;reason;Order No;SKU;'=note;Qty;Price\r\n"
                + "2;the quantity is not a number;7;'=1+1;'-x;x;1,5\r\n")
        let second = try run(again.replacing(";x;", with: ";4;"))
        #expect(second.lines == "2\t4\t1.5\t7\t=1+1\t\\N\t6.00\n")
        let secondFormat = try #require(RejectsFormat(second.reading))
        #expect(secondFormat.header == format.header, "the rejects of rejects have no more columns")
    }

    @Test(arguments: [
        ("", "orders.csv: the file is empty; expected a CSV file with a header and order lines"),
        (";;;\r\n", "orders.csv: the file has no header"),
        ("a\0b", "orders.csv, line 1: the file is binary (it has a NUL byte); save the orders as CSV"),
        (
            "sep=,\norder no\0,sku,qty,price\n",
            "orders.csv, line 2: the file is binary (it has a NUL byte); save the orders as CSV"
        ),
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

    @Test func aNumberSignIsNoErrorAndADescriptionMayBeOne() throws {
        let result = try run(header + "#1001,#A,#N/A,1,1,#1,,\n")
        #expect(result.rejects.isEmpty && result.lines == "2\t1\t1\t#1001\t#A\t#N/A\t1.00\n")
    }

    @Test func aNULByteRejectsItsLineWhereverItStands() throws {
        let lines = "1,A,x,1,1,,,\n2,B,x,1,1,,,\n2,B,x,1,1,,D\0K,\n3,C,x,1,1,,,\n\0\0"
        let reason = "the line has a NUL byte; write again what stood there"
        let result = try run(header + lines)
        #expect(
            result.rejects
                == "i\t4\t\(reason)\t2,B,x,1,1,,D\u{FFFD}K,\n" + "i\t6\t\(reason)\t\u{FFFD}\u{FFFD}\n")
        #expect(result.runs.contains("\t2\t\\N\t\\N\t\(reason)\n"), "all of its order is rejected")
        #expect(result.lines.contains("\t1\tA\t") && result.lines.contains("\t3\tC\t"))
    }

    @Test func aBadByteInTheHeaderRefusesTheFile() {
        let bytes =
            Array("order no,sku,descr".utf8) + [0xFF] + Array("ption,qty,price\n1,A,Krüg,1,1\n".utf8)
        let error = #expect(throws: ImportError.self) { try run(bytes, chunk: 7) }
        let sentence = "orders.csv, line 1: the header has bytes that are not UTF-8; correct them"
        #expect(error?.description.hasPrefix(sentence) == true)
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
}
