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
}
