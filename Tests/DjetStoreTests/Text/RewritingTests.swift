import Testing

@testable import DjetStore

@Suite struct RewritingTests {
    /// A mark and an accent after it are one character.
    @Test func scalarsAreRewrittenWhateverStandsBehindThem() {
        let text = "a\"\u{301}b\"\""
        let doubled = text.rewritten { $0 == "\"" ? "\"\"" : nil }
        #expect(Array(doubled.unicodeScalars) == Array("a\"\"\u{301}b\"\"\"\"".unicodeScalars))
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
