import DjetModel
import Testing

@testable import DjetJobmachine

@Suite struct LogLinesTests {
    private let begin = ContinuousClock.now

    @Test func linesAreCountedByTheSecond() {
        var lines = LogLines(LogLimits(perSecond: 2, perAttempt: 100))
        for number in 0..<5 { lines.add("info", "\(number)", at: begin) }
        lines.add("info", "later", at: begin + .seconds(1))
        let taken = lines.take(begin + .seconds(2))
        #expect(taken.map(\.message) == ["0", "1", "3 lines were left out here", "later"])
        #expect(taken.map(\.age) == [2, 2, 1, 1])
        #expect(lines.isEmpty)
    }

    @Test func linesAreCountedByTheAttempt() {
        var lines = LogLines(LogLimits(perSecond: 100, perAttempt: 3))
        for number in 0..<5 { lines.add("info", "\(number)", at: begin + .seconds(number)) }
        #expect(lines.take(begin).map(\.message) == ["0", "1", "2", "2 lines were left out here"])
        lines.add("info", "one more", at: begin)
        #expect(lines.take(begin).map(\.message) == ["a line was left out here"])
    }

    @Test func longLinesAreCut() {
        var lines = LogLines()
        lines.add("info", String(repeating: "x", count: 20_000), at: begin)
        lines.add("info", "a\0b", at: begin)
        let taken = lines.take(begin).map(\.message)
        #expect(taken.last == "a\u{FFFD}b")
        #expect(taken.first?.hasSuffix("… (cut: 20,000 characters)") == true)
        #expect(taken.allSatisfy { $0.utf8.count <= 8192 })
    }

    @Test func linesThatWereLostAreCounted() {
        var lines = LogLines()
        lines.lose(7)
        #expect(!lines.isEmpty)
        #expect(lines.take(begin).map(\.message) == ["7 lines were left out here"])
    }
}
