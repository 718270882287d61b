import Testing

@testable import DjetModel

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
        ("", 1, 1, "the text ends too early"),
        ("{\n  \"a\": nul\n}", 2, 8, "expected a value"),
        ("[1,]", 1, 4, "expected a value"),
        ("{'a': 1}", 1, 2, "expected a name in double quotes"),
        ("[1 2]", 1, 4, "expected “,” or “]”"),
        ("\"open", 1, 6, "the text has no closing quote"),
        ("\"open\\", 1, 7, "the text has no closing quote"),
        ("\"a\nb\"", 1, 3, "a control character in a text must be escaped"),
        ("1 1", 1, 3, "nothing may follow the value"),
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

    @Test func theFilesOfAnAnswerAreFound() throws {
        let file = #"{"file": 7, "name": "a.csv", "mimeType": "text/csv", "size": 3}"#
        let answer = try JSONReader.tree(of: #"{"x": [\#(file), {"file": "no"}], "y": \#(file)}"#)
        #expect(answer.files == [7])
    }
}
