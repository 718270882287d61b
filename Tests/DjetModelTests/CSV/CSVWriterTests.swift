import DjetModel
import Testing

struct CSVWriterTests {
    @Test func quotesOnlyWhatNeedsIt() {
        var csv = CSVWriter()
        csv.line("1", "plain text", "a,b", "say \"hi\"", "two\nlines", "")
        #expect(
            String(decoding: csv.take(), as: UTF8.self)
                == "1,plain text,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n"
        )
        #expect(csv.bytes.isEmpty)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(1)", "\tx", "\rx", "\nx", "\u{FF1D}1", "\u{FF20}x"])
    func noFieldBeginsWithAFormula(text: String) throws {
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";")] {
            var csv = CSVWriter(delimiter: delimiter)
            csv.line("a", text)
            var reader = CSVReader(delimiter: delimiter)
            reader.feed(csv.take())
            reader.finish()
            let record = try #require(try reader.next())
            #expect(record.text(1) == "'" + text)
            let meant = try PlainText.of(record.text(1))
            let plain = try PlainText.of(text)
            #expect(meant == plain, "an import reads what was written")
        }
    }

    @Test func quotesItsOwnDelimiterAlone() {
        var csv = CSVWriter(delimiter: UInt8(ascii: ";"))
        csv.line("a,b", "c;d")
        #expect(String(decoding: csv.take(), as: UTF8.self) == "a,b;\"c;d\"\r\n")
    }
}
