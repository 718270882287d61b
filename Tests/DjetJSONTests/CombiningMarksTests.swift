import DjetJSON
import Testing

@Suite struct CombiningMarksTests {
    /// Marks of two classes in turn, which must be sorted: the worst case.
    static func bomb(_ count: Int) -> String {
        "a" + String(repeating: "\u{0301}", count: count) + String(repeating: "\u{0316}", count: count)
    }

    @Test(arguments: [
        ("", false), ("Åse bor på Ærø", false), (bomb(50), false), (bomb(51), true), (bomb(100_000), true),
        (String(repeating: "e\u{0301}", count: 1_000), false), ("Ærø " + bomb(51), true),
    ])
    func aTextOfWhichALetterHasTooManyIsTold(text: String, areTooMany: Bool) {
        #expect(CombiningMarks.areTooMany(in: text) == areTooMany)
    }

    /// Each stands for two marks, though Unicode gives it the class of letters.
    @Test(arguments: ["\u{0F73}", "\u{0F75}", "\u{0F81}", "\u{0344}"])
    func aScalarThatStandsForTwoMarksCountsTwice(mark: String) {
        #expect(!CombiningMarks.areTooMany(in: "a" + String(repeating: mark, count: 50)))
        let many = "a" + String(repeating: mark, count: 51)
        #expect(CombiningMarks.areTooMany(in: many))
        #expect(!CombiningMarks.areTooMany(in: CombiningMarks.thinned(many)))
    }

    /// Plain texts lose some of these afterwards.
    @Test(arguments: [
        "\u{AD}", "\u{34F}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FE0F}", "\u{FEFF}",
        "\u{E0100}",
    ])
    func whatNobodySeesEndsNoRun(invisible: String) {
        let pair = "\u{0301}" + invisible
        #expect(!CombiningMarks.areTooMany(in: "a" + String(repeating: pair, count: 100)))
        let many = "a" + String(repeating: pair, count: 101)
        #expect(CombiningMarks.areTooMany(in: many))
        #expect(!CombiningMarks.areTooMany(in: CombiningMarks.thinned(many)))
        #expect(!CombiningMarks.areTooMany(in: String(repeating: invisible, count: 1_000)))
    }

    @Test func aTextFromOutsideHasNoMoreOfThem() throws {
        let escaped = String(repeating: #"\u0301\u0316"#, count: 51)
        for text in ["a" + escaped, Self.bomb(51)] {
            let json = #"[1, {"a": "\#(text)"}]"#
            #expect(throws: Never.self) { try JSONReader.tree(of: json) }
            #expect(throws: JSONProblem.self) { try JSONReader.tree(of: json, fromOutside: true) }
        }
        #expect(throws: Never.self) { try JSONReader.tree(of: #"["Åse"]"#, fromOutside: true) }
    }

    @Test func whatIsStoredAlreadyIsShownWithAsManyAsALetterNeeds() {
        #expect(CombiningMarks.thinned("Åse") == "Åse")
        let thinned = CombiningMarks.thinned(Self.bomb(100_000) + "b")
        #expect(thinned.unicodeScalars.count == 102 && thinned.last == "b")
    }

    @Test func aNameInJSONHasNoMoreOfThem() throws {
        #expect(throws: JSONProblem.self) { try JSONReader.tree(of: "{\"\(Self.bomb(51))\":1}") }
        let escaped = String(repeating: #"\u0301\u0316"#, count: 51)
        #expect(throws: JSONProblem.self) { try JSONReader.tree(of: "{\"a\(escaped)\":1}") }
        #expect(throws: Never.self) { try JSONReader.tree(of: "{\"a\":\"\(Self.bomb(51))\"}") }
    }

    @Test func aByteOrderMarkBeforeJSONIsSkipped() throws {
        #expect(try JSONReader.tree(of: "\u{FEFF}{\"a\":1}")["a"] == .word("1"))
        #expect(throws: JSONProblem.self) { try JSONReader.tree(of: "{\u{FEFF}}") }
    }

    @Test func deepJSONIsNotIndentedToManyTimesItsLength() throws {
        let deep = String(repeating: "[", count: 190) + String(repeating: "1,", count: 30_000) + "1"
        let tree = try JSONReader.tree(of: deep + String(repeating: "]", count: 190))
        #expect(tree.pretty().utf8.count < 40 * tree.compact.utf8.count)
    }
}
