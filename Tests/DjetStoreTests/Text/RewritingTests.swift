import Testing

@testable import DjetStore

@Suite struct RewritingTests {
    /// A mark and an accent after it are one character.
    @Test func scalarsAreRewrittenWhateverStandsBehindThem() {
        let text = "a\"\u{301}b\"\""
        let doubled = text.rewritten { $0 == "\"" ? "\"\"" : nil }
        #expect(Array(doubled.unicodeScalars) == Array("a\"\"\u{301}b\"\"\"\"".unicodeScalars))
    }

    @Test func lettersBeyondASCIIStay() {
        #expect("æ<\u{1F600}<".rewritten { $0 == "<" ? "&lt;" : nil } == "æ&lt;\u{1F600}&lt;")
    }

    /// Ten times as many took a hundred times as long.
    @Test func theCostGrowsWithTheLength() {
        func time(_ count: Int) -> Duration {
            let text = String(repeating: "<", count: count)
            return ContinuousClock().measure {
                #expect(text.rewritten { _ in "&lt;" }.utf8.count == 4 * count)
            }
        }
        // All tests run at the same time and hold up each other, so it has three tries.
        #expect((1...3).contains { _ in time(300_000) < time(30_000) * 40 })
    }

    @Test func aQuoteInAnIdentifierIsDoubledWhateverStandsBehindIt() {
        let statement: Statement = "select 1 as \(identifier: "a\"\u{301}; drop table t; --")"
        let text = "select 1 as \"a\"\"\u{301}; drop table t; --\""
        #expect(Array(statement.text.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func aConnectionStringNamesAnyDatabase() throws {
        let name = "it's\\ '\u{301} \\\u{301} host=/elsewhere"
        let string = try ConnectionString.naming(name, in: "host=/tmp")
        // libpq reads it back, and returns the name unchanged only if it is quoted correctly.
        let again = try ConnectionString.naming("x", in: string)
        #expect(again == "dbname='x' host='/tmp'")
        let escaped = "dbname='it\\'s\\\\ \\'\u{301} \\\\\u{301} host=/elsewhere' host='/tmp'"
        #expect(Array(string.unicodeScalars) == Array(escaped.unicodeScalars))
    }
}
