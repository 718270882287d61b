import Foundation
import Testing

@testable import DjetJSON

/// Values to JSON and back, compared with Foundation's own coders where these agree.
@Suite struct JSONTests {
    @Test func keysAreSortedAndNilIsLeftOut() throws {
        let sheet = Sheet(zeta: 1, alpha: "a", none: nil, list: [[1], []], map: ["b": true, "a": false])
        #expect(
            try JSON.text(of: sheet)
                == #"{"alpha":"a","list":[[1],[]],"map":{"a":false,"b":true},"zeta":1}"#)
        #expect(try JSON.value(Sheet.self, from: JSON.text(of: sheet)) == sheet)
    }

    @Test func aSetIsSorted() throws {
        let names = (10..<60).map { "n\($0)" }
        #expect(try JSON.text(of: ["names": Set(names)]) == JSON.text(of: ["names": names]))
    }

    @Test(arguments: [
        "", "plain", "\"", "\\", "/", "\n\r\t\u{8}\u{c}", "\u{0}\u{1f}\u{7f}", "æ☃😀", "e\u{301}",
    ])
    func aTextIsWrittenAsFoundationWritesIt(text: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let written = try JSON.text(of: text)
        #expect(written == String(decoding: try encoder.encode(text), as: UTF8.self))
        #expect(try JSON.value(String.self, from: written) == text)
    }

    @Test(arguments: [
        #""\u00e6""#, #""\ud83d\ude00""#, #""\/\"\\\b\f\n\r\t""#, #""a\u0000b""#, #""\uFFFF\u0041x""#,
        "\"\\u0041\u{301}\\n\u{301}\"",
    ])
    func anEscapeIsReadAsFoundationReadsIt(text: String) throws {
        let expected = try JSONDecoder().decode(String.self, from: Data(text.utf8))
        #expect(try JSON.value(String.self, from: text) == expected)
    }

    @Test(arguments: [
        #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud83d""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\u0041""#,
        #""\ude00""#, #""\u""#, #""\u+123""#,
    ])
    func whatIsNoEscapeIsRefused(text: String) {
        #expect(throws: DecodingError.self) { try JSON.value(String.self, from: text) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(String.self, from: Data(text.utf8)) }
    }

    @Test func numbersAreExact() throws {
        let decimal = "12345678901234567890.123456789"
        #expect(try JSON.value(Decimal.self, from: decimal) == Decimal(string: decimal))
        #expect(try JSON.text(of: Decimal(string: decimal)) == decimal)
        #expect(
            try JSON.value([Int64].self, from: "[9223372036854775807,-9223372036854775808,-0]") == [
                .max, .min, 0,
            ])
        #expect(
            try JSON.value([Int].self, from: "[1e3, 1000.0, 9007199254740993.0]") == [
                1000, 1000, 9_007_199_254_740_993,
            ])
        #expect(try JSON.text(of: [1, 0.1, -2.5, 1e300]) == "[1,0.1,-2.5,1e+300]")
    }

    @Test(arguments: ["9223372036854775808", "1.5", "1e19", "true", "\"1\"", "[1]", "null", "1e400"])
    func whatIsNoIntegerIsRefused(text: String) {
        #expect(throws: DecodingError.self) { try JSON.value(Int.self, from: text) }
    }

    @Test func aNumberThatIsNotFiniteIsRefused() {
        let error = #expect(throws: EncodingError.self) { try JSON.text(of: ["a": [Double.nan]]) }
        guard case .invalidValue(_, let context)? = error else {
            Issue.record("another error")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["a", "Index 0"])
        let huge = #expect(throws: DecodingError.self) { try JSON.value(Double.self, from: "1e400") }
        #expect(huge?.sentence == "expected a number of a size that can be stored, found 1e400")
        let none = #expect(throws: DecodingError.self) { try JSON.value(Decimal.self, from: "true") }
        #expect(none?.sentence == "expected a number, found true")
        #expect(throws: DecodingError.self) {
            try JSON.value(Decimal.self, from: String(repeating: "9", count: 1_000_000))
        }
    }

    @Test func datesBytesAndAddressesAreTexts() throws {
        let date = Date(timeIntervalSince1970: 1_795_262_400.25)
        #expect(try JSON.text(of: date) == #""2026-11-21T12:00:00.250000Z""#)
        #expect(try JSON.value(Date.self, from: #""2026-11-21T14:00:00.25+02:00""#) == date)
        #expect(try JSON.text(of: Data([0, 255, 254])) == #""AP/+""#)
        #expect(try JSON.value(Data.self, from: #""AP/+""#) == Data([0, 255, 254]))
        let address = try #require(URL(string: "https://djet.example/a?b=%22"))
        #expect(try JSON.text(of: address) == #""https://djet.example/a?b=%22""#)
        #expect(try JSON.value(URL.self, from: JSON.text(of: address)) == address)
    }

    @Test(arguments: [
        ("{}", "zeta is missing"),
        (
            #"{"zeta": "one"}"#,
            "zeta: expected a whole number, found the text “one”"
        ),
        (#"{"zeta": 1, "alpha": null}"#, "alpha: expected a text, found null"),
        (
            #"{"zeta": 1, "alpha": "", "list": [[1], [2, true]]}"#,
            "list[1][1]: expected a whole number, found true"
        ),
        (
            #"{"zeta": 9223372036854775808}"#,
            "zeta: expected a whole number from \(Int.min) to \(Int.max), found 9223372036854775808"
        ),
        (#"{"zeta": 1.5}"#, "zeta: expected a whole number, found 1.5"),
        (#"{"zeta": 1, "alpha": "", "list": [], "map": []}"#, "map: expected an object, found a list"),
        ("[]", "expected an object, found a list"),
        ("{", "this is not JSON: line 1, column 2: expected a name in double quotes"),
    ])
    func whatDoesNotFitIsNamed(text: String, sentence: String) {
        let error = #expect(throws: DecodingError.self) { try JSON.value(Sheet.self, from: text) }
        #expect(error?.sentence == sentence)
    }

    struct Line: Decodable { var product: String }

    @Test func aPlaceInAListIsWrittenInBrackets() {
        let error = #expect(throws: DecodingError.self) {
            try JSON.value([String: [Line]].self, from: #"{"lines": [{"product": "A"}, {}]}"#)
        }
        #expect(error?.sentence == "lines[1].product is missing")
    }

    @Test func ofTwoMembersWithOneNameTheLaterCounts() throws {
        #expect(try JSON.value([String: Int].self, from: #"{"a": 1, "\u0061": 2}"#) == ["a": 2])
        // The raw text of the first name is the decoded text of the second.
        #expect(try JSON.value([String: Int].self, from: #"{"\n": 1, "\\n": 2}"#) == ["\n": 1, #"\n"#: 2])
        let many = (0..<40).map { #""k\#($0 % 20)": \#($0)"# }.joined(separator: ",")
        let read = try JSON.value([String: Int].self, from: "{\(many)}")
        #expect(read.count == 20 && read.allSatisfy { $0.key == "k\($0.value - 20)" })
    }

    @Test func ofTwoMembersThatAreEncodedUnderOneKeyTheLaterIsWritten() throws {
        #expect(try JSON.text(of: Twice()) == #"{"a":2,"b\"":[3]}"#)
    }

    @Test func aNameIsTextWhateverItTakesToWriteIt() throws {
        let tree = try JSONReader.tree(of: #"{"a\u0022\n": 1}"#)
        #expect(tree == .object([.init(name: "a\"\n", value: .word("1"))]))
        #expect(tree.compact == #"{"a\"\n":1}"#)
    }

    @Test func aLargeObjectIsReadInTimeThatGrowsWithItsSizeAlone() throws {
        let numbers = Dictionary(uniqueKeysWithValues: (0..<5_000).map { ("key \($0)", $0) })
        #expect(try JSON.value([String: Int].self, from: JSON.text(of: numbers)) == numbers)
    }

    @Test func aClassAndItsSuperclassKeepApart() throws {
        let text = try JSON.text(of: Child(name: "n", age: 3))
        #expect(text == #"{"age":3,"super":{"name":"n"}}"#)
        let child = try JSON.value(Child.self, from: text)
        #expect(child.name == "n" && child.age == 3)
    }

    @Test func containersMayBeFilledByTurns() throws {
        let text = try JSON.text(of: Woven())
        #expect(text == #"{"left":{"a":1,"b":[true,null,{}]},"right":[1,2]}"#)
        #expect(try JSON.value(Woven.self, from: text) == Woven())
    }

    @Test func aValueOfEveryShapeComesBackAsFoundationHasIt() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let value = Shape.random(depth: 4, using: &random)
            let text = try JSON.text(of: value)
            #expect(try JSON.value(Shape.self, from: text) == value)
            #expect(try JSONDecoder().decode(Shape.self, from: Data(text.utf8)) == value)
            let theirs = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
            #expect(try JSON.value(Shape.self, from: theirs) == value)
        }
    }
}

private struct Sheet: Codable, Equatable {
    var zeta: Int
    var alpha: String
    var none: Bool?
    var list: [[Int]]
    var map: [String: Bool]
}

private class Parent: Codable {
    let name: String
    init(name: String) { self.name = name }
}

private final class Child: Parent {
    let age: Int

    private enum Key: CodingKey { case age }

    init(name: String, age: Int) {
        self.age = age
        super.init(name: name)
    }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        age = try container.decode(Int.self, forKey: .age)
        try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(age, forKey: .age)
        try super.encode(to: container.superEncoder())
    }
}

/// Writes each of its members twice.
private struct Twice: Encodable {
    private enum Key: String, CodingKey { case a, b = "b\"" }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .a)
        _ = container.nestedContainer(keyedBy: Key.self, forKey: .b)
        try container.encode(2, forKey: .a)
        var list = container.nestedUnkeyedContainer(forKey: .b)
        try list.encode(3)
    }
}

/// Writes two containers side by side.
private struct Woven: Codable, Equatable {
    private enum Key: CodingKey { case left, right, a, b }

    init() {}

    init(from decoder: any Decoder) throws {
        let outer = try decoder.container(keyedBy: Key.self)
        let left = try outer.nestedContainer(keyedBy: Key.self, forKey: .left)
        var list = try left.nestedUnkeyedContainer(forKey: .b)
        var right = try outer.nestedUnkeyedContainer(forKey: .right)
        guard try left.decode(Int.self, forKey: .a) == 1, try list.decode(Bool.self), try list.decodeNil(),
            try list.nestedContainer(keyedBy: Key.self).allKeys.isEmpty, list.isAtEnd,
            try right.decode(Int.self) == 1, try right.decode(Int.self) == 2, right.isAtEnd
        else { throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not as written")) }
    }

    func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: Key.self)
        var right = outer.nestedUnkeyedContainer(forKey: .right)
        var left = outer.nestedContainer(keyedBy: Key.self, forKey: .left)
        try right.encode(1)
        var list = left.nestedUnkeyedContainer(forKey: .b)
        try list.encode(true)
        try left.encode(1, forKey: .a)
        try right.encode(2)
        try list.encodeNil()
        _ = list.nestedContainer(keyedBy: Key.self)
    }
}

private indirect enum Shape: Codable, Equatable {
    case text(String)
    case number(Int)
    case decimal(Decimal)
    case flag(Bool?)
    case list([Shape])
    case map([String: Shape])

    static func random(depth: Int, using random: inout some RandomNumberGenerator) -> Shape {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: .text(text(using: &random))
        case 1: .number(.random(in: .min ... .max, using: &random))
        case 2: .decimal(Decimal(Int.random(in: -9_999_999...9_999_999, using: &random)) / 10_000)
        case 3: .flag([nil, true, false].randomElement(using: &random) ?? nil)
        case 4:
            .list(
                (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                    Shape.random(depth: depth - 1, using: &random)
                })
        default:
            .map(
                Dictionary(
                    (0..<Int.random(in: 0..<20, using: &random)).map { _ in
                        (text(using: &random), Shape.random(depth: depth - 1, using: &random))
                    }, uniquingKeysWith: { $1 }))
        }
    }

    private static func text(using random: inout some RandomNumberGenerator) -> String {
        let letters: [Character] = ["a", "b", "\"", "\\", "\n", "\u{1}", "/", "æ", "😀", "\u{0}", " "]
        return String(
            (0..<Int.random(in: 0..<6, using: &random)).compactMap { _ in
                letters.randomElement(using: &random)
            })
    }
}
