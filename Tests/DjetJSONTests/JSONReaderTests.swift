import Testing

@testable import DjetJSON

@Suite struct JSONReaderTests {
    @Test func numbersStayAsTheyWereWritten() throws {
        let tree = try JSONReader.tree(of: #" { "a" : 12345678901234567890.10 , "b" : [ 1e3 , -0 ] } "#)
        #expect(tree.compact == #"{"a":12345678901234567890.10,"b":[1e3,-0]}"#)
    }

    @Test func aTreeCanBeReadByPeople() throws {
        let tree = try JSONReader.tree(of: #"{"a":[],"b":[1,{"c":"\"x\""}],"d":{}}"#)
        let expected = """
            {
              "a": [],
              "b": [
                1,
                {
                  "c": "\\"x\\""
                }
              ],
              "d": {}
            }
            """
        #expect(tree.pretty() == expected)
    }

    @Test(arguments: [
        "0", "-0", "7", "10", "-12.50", "0.0", "1e5", "1E+05", "0e-0", "123456789012345678901234567890",
    ])
    func aNumberIsRead(text: String) throws {
        #expect(try JSONReader.tree(of: text) == .word(text))
    }

    @Test(arguments: [
        "-", "+1", "00", "-01", ".5", "1.", "1.e5", "1e", "1e+", "1e5.0", "1.2.3", "--1", "1-2", "e5", "0x10",
        "NaN", "Infinity", "True", "nulls", "٣",
    ])
    func whatIsNoNumberIsRefused(text: String) {
        #expect(throws: JSONProblem.self) { try JSONReader.tree(of: text) }
    }

    @Test(arguments: [
        ("", 1, 1, "the text ends too early"),
        ("{\n  \"a\": nul\n}", 2, 8, "expected a value"),
        ("[1,]", 1, 4, "expected a value"),
        ("{'a': 1}", 1, 2, "expected a name in double quotes"),
        ("[1 2]", 1, 4, "expected “,” or “]”"),
        ("\"open", 1, 6, "the text has no closing quote"),
        ("\"open\\", 1, 7, "the text has no closing quote"),
        ("\"a\nb\"", 1, 3, "a control character in a text must be escaped"),
        ("1 1", 1, 3, "unexpected text after the value"),
        ("01", 1, 1, "expected a value"),
    ])
    func whatIsNoJSONIsShownWhere(text: String, line: Int, column: Int, reason: String) {
        #expect(throws: JSONProblem(line: line, column: column, reason: reason)) {
            try JSONReader.tree(of: text)
        }
    }

    @Test func nothingIsNestedWithoutEnd() {
        #expect(throws: JSONProblem.self) {
            try JSONReader.tree(of: String(repeating: "[", count: 100_000))
        }
    }

    @Test func theLevelsAroundAValueCount() throws {
        #expect(try JSONReader.tree(of: "[[]]", inside: 198) == .array([.array([])]))
        #expect(throws: JSONProblem.self) { try JSONReader.tree(of: "[[]]", inside: 199) }
    }
}
