import DjetModel
import Testing

@testable import DjetTools

@Suite struct OutputTests {
    static let lines: [(String, Int?, Int?)] = [
        ("42%", 42, 100), ("3/10", 3, 10), ("  [ 42%] copying", 42, 100), ("(3/10): a.csv", 3, 10),
        ("0% of 5", 0, 100), ("99.7% |█████ |", 99, 100), ("files 1/3, 100% of this one", 100, 100),
        ("101%", nil, nil), ("11/10", nil, nil), ("0/0", nil, nil), ("2026/11", nil, nil),
        ("11/12/2026", nil, nil), ("/1/2", 1, 2), ("a/b", nil, nil), ("1/2/", 1, 2), ("x3/10", nil, nil),
        ("%", nil, nil), ("1.2.3%", nil, nil), ("1234567890%", nil, nil), ("", nil, nil),
        ("3 / 10", nil, nil),
    ]

    @Test(arguments: lines) func aLineTellsProgress(line: String, done: Int?, of: Int?) {
        let progress = ProgressLines.progress(in: Array(line.utf8))
        #expect(progress?.done == done)
        #expect(progress?.of == of)
    }

    @Test func linesComeInPiecesAndEndWithEitherSign() {
        var lines = ProgressLines()
        #expect(lines.read(Array("copying 1".utf8)) == nil)
        #expect(lines.read(Array("0%\r".utf8)) == JobProgress(done: 10, of: 100, note: "copying 10%"))
        #expect(lines.read(Array("1/3\n2/3\ndone\n3/3".utf8)) == JobProgress(done: 2, of: 3, note: "2/3"))
        #expect(lines.read(Array("\n".utf8)) == JobProgress(done: 3, of: 3, note: "3/3"))
    }

    @Test func ofALongLineTheBeginningIsLookedAt() {
        var lines = ProgressLines()
        let long = "1/2 " + String(repeating: "a", count: 5000) + " 2/2\n"
        #expect(lines.read(Array(long.utf8))?.done == 1)
    }

    @Test func anOutputIsCutAtALetter() {
        var tail = OutputTail()
        let text = String(repeating: "€", count: 40_000)
        tail.add(Array(text.utf8))
        #expect(tail.text == String(repeating: "€", count: OutputTail.limit / 3))
        #expect(tail.omitted + tail.text.utf8.count == text.utf8.count)
    }

    @Test func piecesAreOneOutput() {
        var tail = OutputTail()
        for number in 0..<100_000 { tail.add(Array("\(number)\n".utf8)) }
        let all = (0..<100_000).map { "\($0)\n" }.joined()
        #expect(tail.text == String(all.suffix(OutputTail.limit)))
        #expect(tail.omitted == all.utf8.count - OutputTail.limit)
    }
}
