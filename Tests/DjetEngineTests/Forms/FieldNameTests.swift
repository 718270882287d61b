import Testing

@testable import DjetEngine

@Suite struct FieldNameTests {
    @Test(arguments: [
        ("to", ["to"], "to"), ("lines[0].product", ["lines", "0", "product"], "lines[0].product"),
        ("lines[0][product]", ["lines", "0", "product"], "lines[0].product"), ("tags[]", ["tags"], "tags"),
        ("any[x.y]", ["any", "x.y"], "any.x.y"), ("a]b", ["a]b"], "a]b"), ("[0]", ["0"], "0"),
        ("påske[1]", ["påske", "1"], "påske[1]"),
    ])
    func aNameIsTakenApart(name: String, parts: [String], plain: String) throws {
        let field = try #require(FieldName(name))
        #expect(field.parts == parts)
        #expect(field.plain == plain)
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "a..b", "a[", "a[b", "a[b]c", "a[b[c]]", "[", "[]", "[a",
        String(repeating: "a", count: 201), "[" + String(repeating: "a", count: 8_000),
        String(repeating: "[", count: 8_000), String(repeating: "a.", count: 16) + "a",
    ])
    func whatIsNoNameIsRefused(name: String) {
        #expect(FieldName(name) == nil)
    }

    @Test func theListsOfANameAreKnown() throws {
        let places = try #require(FieldName("a.lines[3].tags[12]")).places
        #expect(places.map(\.list) == ["a.lines", "a.lines[3].tags"])
        #expect(places.map(\.place) == [3, 12])
    }
}
