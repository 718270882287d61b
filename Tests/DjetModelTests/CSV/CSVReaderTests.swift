import DjetModel
import Testing

struct CSVReaderTests {
    @Test(arguments: [1, 2, 3, 7, 1_000])
    func anyChunkingGivesTheSameRecords(size: Int) throws {
        let text = "\u{FEFF}a;b\r\n\r\n1;\"x\r\ny;\"\"z\"\"\"\r\r3;\n\"\";\"é\"\n\n;last"
        let records = try read(text, chunk: size)
        #expect(
            records == [
                Row(1, ["a", "b"]), Row(3, ["1", "x\r\ny;\"z\""]), Row(6, ["3", ""]), Row(7, ["", "é"]),
                Row(9, ["", "last"]),
            ]
        )
    }

    @Test func randomTextsReadTheSameInAnyChunking() throws {
        var random = SplitMix64(seed: 42)
        let pieces = ["a", "b", ",", ",", "\"", "\"\"", "\n", "\r", "\r\n", " ", "ø", "\u{A0}", "\u{202F}"]
        for _ in 0..<3_000 {
            let text = (0..<random.number(below: 24)).map { _ in pieces[random.number(below: pieces.count)] }
                .joined()
            let whole = Result { try read(text, chunk: 1_000) }
            for size in 1...3 {
                let cut = Result { try read(text, chunk: size) }
                #expect("\(cut)" == "\(whole)", "\(text.debugDescription) in chunks of \(size)")
            }
        }
    }

    @Test func whatTheWriterWritesTheReaderReads() throws {
        var random = SplitMix64(seed: 7)
        let pieces = ["a", ",", "\"", "\n", "\r\n", ";", "é", ""]
        for _ in 0..<500 {
            let fields = (0..<3).map { _ in
                "x" + (0..<5).map { _ in pieces[random.number(below: pieces.count)] }.joined()
            }
            var csv = CSVWriter()
            csv.line(fields[0], fields[1], fields[2])
            let text = String(decoding: csv.take(), as: UTF8.self)
            #expect(try read(text, chunk: 5, delimiter: UInt8(ascii: ",")).map(\.fields) == [fields])
        }
    }

    @Test(arguments: [
        (",", "a,b\n1,2"), (";", "a;b\n1;2"), ("\t", "a\tb\n1\t2"), ("|", "a|b\n1|2"),
        (";", "\"a,b,c\";d\n1;2"), (",", "a"),
    ])
    func findsTheDelimiter(delimiter: String, text: String) throws {
        var reader = CSVReader()
        reader.feed(Array(text.utf8))
        reader.finish()
        _ = try reader.next()
        #expect(reader.delimiter == delimiter.utf8.first)
    }

    @Test(arguments: [
        ("a,b\n1,\"x\n2,3\n", CSVError.unclosedQuote(line: 2)),
        ("a,b\n\n1,\"x\"y\n", CSVError.textAfterQuote(line: 3)),
        ("a,b\n1,\"x\" y\n", CSVError.textAfterQuote(line: 2)),
        ("a,b\n1,\"x\"é\n", CSVError.textAfterQuote(line: 2)),
    ])
    func namesTheLineOfWhatIsMalformed(text: String, error: CSVError) {
        for size in [1, 4, 1_000] {
            #expect(throws: error) { try read(text, chunk: size) }
        }
    }

    @Test(arguments: [
        ("sep=;\r\na,b;c\r\n1;2", [Row(2, ["a,b", "c"]), Row(3, ["1", "2"])]),
        ("\u{FEFF}\"sep=,\"\r\na;b,c\n", [Row(2, ["a;b", "c"])]),
        ("SEP=\t\na\tb\n", [Row(2, ["a", "b"])]), ("sep=:;;;\n\na:b", [Row(3, ["a", "b"])]),
        ("separator,b\n", [Row(1, ["separator", "b"])]), ("sep=x\n1", [Row(1, ["sep=x"]), Row(2, ["1"])]),
    ])
    func aFirstLineMayNameTheDelimiter(text: String, rows: [Row]) throws {
        for size in [1, 3, 1_000] { #expect(try read(text, chunk: size) == rows) }
    }

    @Test(arguments: [
        ("sep=;\r\na,b;c\r\nsep=;,2\n", [Row(2, ["a", "b;c"]), Row(3, ["sep=;", "2"])]),
        ("\"a;b\",c\n", [Row(1, ["a;b", "c"])]), ("sep\n", [Row(1, ["sep"])]),
        ("a,b\nsep=;\n", [Row(1, ["a", "b"]), Row(2, ["sep=;"])]),
    ])
    func aDelimiterThatIsSaidCountsMoreThanAFirstLine(text: String, rows: [Row]) throws {
        for size in [1, 3, 1_000] {
            #expect(try read(text, chunk: size, delimiter: UInt8(ascii: ",")) == rows)
        }
    }

    @Test(arguments: [
        ("a, \"b;c\" ,d\n", ["a", "b;c", "d"]), ("\"a\"\t,\"b,\n\" \r\n", ["a", "b,\n"]),
        ("a, \"5\" wide\" x,c\n", ["a", " \"5\" wide\" x", "c"]), ("a,b\u{1A}", ["a", "b"]),
        ("a, \"b\"", ["a", "b"]), ("a,\u{2028}\"b\"\u{E0020},c", ["a", "b", "c"]),
        ("a,\u{A0}\"b,c\"\u{202F}\u{200B},d", ["a", "b,c", "d"]),
        ("\u{FEFF}\u{FEFF}\"a\",é\"b\"", ["a", "é\"b\""]),
    ])
    func blanksAroundQuotesAndCtrlZAtTheEndDoNotCount(text: String, fields: [String]) throws {
        for size in [1, 2, 1_000] {
            #expect(try read(text, chunk: size, delimiter: UInt8(ascii: ",")) == [Row(1, fields)])
        }
    }

    @Test(arguments: ["x", "\""])
    func refusesARecordOfMoreThanAMebibyteInConstantMemory(start: String) throws {
        var reader = CSVReader(delimiter: UInt8(ascii: ","))
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
        reader.feed(Array("a\n\(start)".utf8))
        _ = try reader.next()
        var fed = 0
        let expected = CSVError.recordTooLong(line: 2, insideQuotes: start == "\"")
        #expect(throws: expected) {
            while fed < 100 {
                fed += 1
                reader.feed(piece)
                _ = try reader.next()
            }
        }
        #expect(fed == 11)
    }

    @Test func aDoubledQuoteIsOneWhateverFollowsIt() throws {
        var reader = CSVReader(delimiter: UInt8(ascii: ","))
        reader.feed(Array("\"a\"\"\u{301}b\"\n".utf8))
        reader.finish()
        let record = try #require(try reader.next())
        let field = try #require(record.trimmed(0))
        #expect(Array(record.text(field).utf8) == Array("a\"\u{301}b".utf8))
        #expect(record.bytes(0) == Array(record.text(field).utf8))
    }

    @Test func readsNothingFromNothing() throws {
        #expect(try read("", chunk: 1).isEmpty)
        #expect(try read("\u{FEFF}\n\r\n", chunk: 1).isEmpty)
    }

    struct Row: Equatable {
        let line: Int
        let fields: [String]

        init(_ line: Int, _ fields: [String]) {
            (self.line, self.fields) = (line, fields)
        }
    }

    private func read(_ text: String, chunk size: Int, delimiter: UInt8? = nil) throws -> [Row] {
        let bytes = Array(text.utf8)
        var reader = CSVReader(delimiter: delimiter)
        var rows: [Row] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            reader.feed(Array(bytes[start..<min(start + size, bytes.count)]))
            while let record = try reader.next() { rows.append(row(record)) }
        }
        reader.finish()
        while let record = try reader.next() { rows.append(row(record)) }
        return rows
    }

    private func row(_ record: CSVRecord) -> Row {
        Row(record.line, record.fields.indices.map(record.text))
    }
}
