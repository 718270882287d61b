import DjetModel
import Testing

struct PlainTextTests {
    @Test(arguments: [
        ("P1", "P1"), (" P1\t", "P1"), ("\u{A0}P1\u{2003}", "P1"), ("\u{FEFF}P\u{200B}1\u{200D}", "P1"),
        ("P\u{A0}1", "P 1"), ("two\r\nlines\tand", "two lines and"), ("a\u{2028}b", "a b"),
        ("=\"00042\"", "00042"),
        (" =\"007\" ", "007"), ("=\"say \"\"hi\"\"\"", "say \"hi\""), ("'=1+1", "=1+1"), ("'-5", "-5"),
        ("'t Hof", "'t Hof"), ("=1+1", "=1+1"), ("=\"", "=\""), ("", ""), (" \u{200B}\n", ""),
        ("Müg  x", "Müg  x"),
        ("a\u{202E}b", "ab"), ("\u{3000}a", "a"),
    ])
    func aTextIsWhatPeopleMeant(text: String, meant: String) throws {
        let plain = try PlainText.of(text)
        #expect(plain == meant)
        let again = try PlainText.of(plain)
        #expect(again == meant || text.hasPrefix("'"))
    }

    @Test(arguments: [
        ("P\u{1}", "has a control character (U+0001)"),
        ("Mug\u{7}\u{1B}[31m", "has a control character (U+0007)"),
        ("a\u{7F}", "has a control character (U+007F)"), ("a\u{81}", "has a control character (U+0081)"),
        ("Caf\u{FFFD}", "has a character (U+FFFD) that stands for one that was lost"),
    ])
    func whatIsNoTextIsRefused(text: String, reason: String) {
        let problem = #expect(throws: PlainText.Problem.self) { try PlainText.of(text) }
        #expect(problem?.reason == reason)
    }
}
