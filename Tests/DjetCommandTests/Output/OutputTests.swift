import DjetModel
import Foundation
import Testing

@testable import DjetCommand

@Suite struct OutputTests {
    @Test(arguments: [
        ("0", "0.00"), ("1234567.5", "1,234,567.50"), ("-999.995", "-1,000.00"), ("12.345", "12.35"),
    ])
    func moneyHasTwoDecimals(text: String, expected: String) throws {
        let amount = try #require(Decimal(string: text))
        #expect(amount.grouped(decimals: 2) == expected)
    }

    @Test func countsHaveTheirThousandsApart() {
        #expect([0, 999, 1_000, 1_234_567].map(\.grouped) == ["0", "999", "1,000", "1,234,567"])
    }

    @Test func durationsAreShort() {
        let durations: [Duration] = [.milliseconds(40), .milliseconds(2_340), .seconds(45), .seconds(245)]
        #expect(durations.map(\.text) == ["0.0 s", "2.3 s", "45 s", "4 min 5 s"])
        let even: [Duration] = [.seconds(60), .seconds(5_400), .seconds(3_600), .seconds(3_605)]
        #expect(even.map(\.text) == ["1 min", "90 min", "1 h", "60 min 5 s"])
    }

    @Test func columnsAreAsWideAsTheyNeedToBe() {
        var table = Table(header: ["NAME", "AMOUNT"])
        table.numbers = [1]
        table.rows = [["a", "7"], ["longer", "1,234,567"]]
        #expect(table.text == "NAME       AMOUNT\na               7\nlonger  1,234,567")
    }

    @Test func theLastColumnIsCutToTheTerminal() {
        var table = Table(header: ["NAME", "TEXT"])
        table.width = 12
        table.rows = [["longer", "one two"], ["a", "b"]]
        #expect(table.text == "NAME    TEXT\nlonger  one…\na       b")
        table.width = 3
        #expect(table.text.hasSuffix("\nlonger  …\na       b"))
    }

    @Test func aTextThatIsCutSaysSo() {
        #expect("short".cut(to: 5) == "short")
        #expect("longer".cut(to: 5) == "long…")
    }

    @Test func aLongTextHangsBehindItsHeading() {
        let word = String(repeating: "a", count: 40)
        #expect("\(word) \(word)".hanging(behind: "  1    ") == "  1    \(word)\n       \(word)")
        #expect("one two".hanging(behind: "  1  ") == "  1  one two")
    }

    @Test func theLinkForTheFirstAdministratorSaysThatItReplacesOthers() {
        #expect(DjetCommand.Session.welcome.contains("earlier ones no longer work"))
    }

    @Test func aTextDoesNotSteerTheTerminal() {
        let text = "one\n\ttwo\r\u{1B}]52;c;eA==\u{07}\u{9B}2J"
        #expect(text.plainLines == "one\n\ttwo  ]52;c;eA==  2J")
        #expect(text.onOneLine == "one  two  ]52;c;eA==  2J")
    }

    @Test func aBarNeverBreaksItsLine() {
        let progress = JobProgress(done: 250, of: 1_000, note: "two\nlines\u{1B}[2J")
        let line = ProgressBar.line("Importing", progress, width: 100)
        #expect(line.contains("██████░░░░░░░░░░░░░░░░░░  25 %  250 of 1,000  two lines"))
        #expect(!line.contains("\n") && !line.contains("\u{1B}"))
        #expect(ProgressBar.line("Importing", progress, width: 20).count == 20)
        #expect(ProgressBar.line("Importing", nil, width: 0).isEmpty)
    }

    @Test func aBarKnowsNoMoreThanAll() {
        let progress = JobProgress(done: 3, of: 2)
        #expect(ProgressBar.line("", progress, width: 100).contains("100 %"))
    }
}
