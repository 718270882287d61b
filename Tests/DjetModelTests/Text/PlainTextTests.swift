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
        ("a\u{202E}b", "ab"), ("\u{3000}a", "a"), ("\u{3164}a\u{2800}", "a"), ("\u{200B}'=x", "=x"),
        ("'\u{200B}=x", "=x"), ("'\tx", "x"), ("=\"'=x\"", "=x"), ("=\"=\"\"a\"\"\"", "a"), ("''=x", "''=x"),
        ("=\"a\"b\"", "=\"a\"b\""), ("P\u{FE0F}1\u{E0020}", "P1"), ("\u{34F}P\u{115F}1\u{FFA0}", "P1"),
    ])
    func aTextIsWhatPeopleMeant(text: String, meant: String) throws {
        let plain = try PlainText.of(text)
        #expect(plain == meant)
        let again = try PlainText.of(plain)
        #expect(again == meant, "what it means is what it means")
    }

    @Test(arguments: [
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👩\u{200D}🚀", "👩\u{200D}🚀"),
        ("\u{200D}a\u{200C} b\u{200D}", "a b"), ("a\u{200D}\u{200B}\u{200C}b", "a\u{200C}b"),
        ("a\u{200B}b", "ab"), ("❤\u{FE0F}", "❤\u{FE0F}"),
    ])
    func inADescriptionJoinersStayBetweenLetters(text: String, meant: String) throws {
        let plain = try PlainText.of(text, .prose)
        #expect(Array(plain.utf8) == Array(meant.utf8))
        let again = try PlainText.of(plain, .prose)
        #expect(Array(again.utf8) == Array(meant.utf8))
        let code = try PlainText.of(text)
        #expect(!code.unicodeScalars.contains { $0 == "\u{200C}" || $0 == "\u{200D}" })
    }

    @Test(arguments: [
        ("A\u{308}-77", "\u{C4}-77"), ("K22-e\u{301}", "K22-\u{E9}"), ("A\u{200B}\u{308}", "\u{C4}"),
        ("\u{212B}", "\u{C5}"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("=\"e\u{301}\"", "\u{E9}"),
        ("e\u{301}\u{316}", "\u{E9}\u{316}"), ("e\u{316}\u{301}", "\u{E9}\u{316}"),
        ("a\u{5B6}\u{F73}", "a\u{5B6}\u{F71}\u{F72}"), ("a\u{F73}\u{5B6}", "a\u{5B6}\u{F71}\u{F72}"),
    ])
    func aLetterAndItsMarkAreOneCharacterOfACode(text: String, meant: String) throws {
        for typed in [text, meant] {
            let plain = try PlainText.of(typed)
            #expect(Array(plain.utf8) == Array(meant.utf8))
        }
    }

    @Test func aTextIsLookedAtInLinearTime() throws {
        let marks = String(repeating: "\u{301}\u{316}", count: 250_000)
        let hidden = String(repeating: String(repeating: "\u{301}", count: 90) + "\u{200B}", count: 5_000)
        for text in ["a" + marks, "'" + marks, "=\"" + marks + "\"", "a" + hidden] {
            #expect(throws: PlainText.Problem.marks) { try PlainText.of(text) }
        }
        let letters = String(repeating: "A\u{308}", count: 500_000)
        let kept = try PlainText.of(letters)
        #expect(kept.utf8.count == letters.utf8.count, "a text longer than any code stays as it is")
        let nested = String(repeating: "=\"", count: 200_000) + "x" + String(repeating: "\" ", count: 200_000)
        let plain = try PlainText.of(nested)
        #expect(plain.utf8.count == nested.utf8.count - 1, "a text of no single formula stays as it is")
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
