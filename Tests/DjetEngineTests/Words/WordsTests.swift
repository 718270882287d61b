import Testing

@testable import DjetEngine

/// A catalog, and the texts that are looked up in it.
@Suite struct WordsTests {
    private let words = Words(
        language: "da",
        texts: [
            "open": "åben", "order {1} is {2}": "ordre {1} er {2}",
            "order {1} is {2}: ship it": "send {1}, {2}",
            "there is no user “{1}”": "der er ingen bruger “{1}”", "Add one.": "Tilføj en.",
            "{1} of {2}": "{1} af {2}", "{1} before {2}": "{2} efter {1}", "1,234.5": "1.234,5",
        ])

    @Test(arguments: [
        ("open", "åben"), ("closed", "closed"), ("", ""),
        // A value is looked up, but for a name in quotes.
        ("order 7 is open", "ordre 7 er åben"), ("order open is 7", "ordre åben er 7"),
        ("there is no user “open”", "der er ingen bruger “open”"),
        // The pattern with the most text is the one.
        ("order 7 is open: ship it", "send 7, åben"), ("order 7 is ", "order 7 is "),
        ("x before y", "y efter x"), ("a good end of it all", "a good end of it all"),
        ("1,200 of 12,000.5", "1.200 af 12.000,5"),
        // A sentence, and what to do about it; several in a row.
        ("order 7 is open. Add one.", "ordre 7 er åben. Tilføj en."),
        ("there is no user “a. b”. Add one.", "there is no user “a. b”. Tilføj en."),
        ("3 of 4 · note", "3 af 4 · note"), ("x; open; y", "x; åben; y"),
    ])
    func aTextIsFoundInTheCatalog(text: String, translation: String) {
        #expect(words(text) == translation)
        #expect(Words.english(text) == text)
    }

    /// A text that is no sentence takes no time.
    @Test func aLongTextStaysAsItIs() {
        for text in [String(repeating: "order ", count: 20_000), String(repeating: ". ", count: 50_000)] {
            #expect(words(text) == text)
        }
        let short = String(repeating: ". ", count: Words.longest / 2)
        #expect(words(short) == short)
    }

    @Test(arguments: [
        ("0", "0"), ("1234567.5", "1.234.567,5"), ("-1234", "-1.234"), ("x", "x"),
    ])
    func numbersHaveTheirSigns(text: String, written: String) {
        #expect(Written.number(text, words.figures) == written)
    }

    @Test func otherFiguresHaveTheirForms() {
        let danish = Languages().best(account: "da", header: nil)
        #expect(danish.figures.day("2026-11-03") == "03.11.2026" && danish.figures.day("x-1-2") == "x-1-2")
        #expect(danish.figures.clock("18:05:09") == "18.05.09")
        #expect(Written.money("1234.5", danish.figures) == "1.234,50")
        #expect(Written.percent("0.055", danish.figures) == "5,5 %")
        #expect(danish(Written.duration(7500, danish.figures)) == "2 t. 5 min.")
        #expect([7200, 172_800].map { danish(Written.duration($0, danish.figures)) } == ["2 t.", "2 d."])
        #expect(Figures.english.day("2026-11-03") == "2026-11-03")
        for text in ["1,23", "12,345,6", ",123", "1,234.x", "1234", "a,123"] {
            #expect(danish.figures.regrouped(text) == nil, "\(text)")
        }
    }
}
