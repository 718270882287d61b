import DjetStore
import Testing

@Suite struct CombiningMarksTests {
    /// Marks of two classes in turn, which have to be sorted: the worst there is.
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
