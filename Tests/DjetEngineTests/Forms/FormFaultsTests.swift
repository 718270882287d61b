import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

/// Any number of a form's faults is found in good time, and numbers keep their digits.
@Suite struct FormFaultsTests {
    static let order = Schema.of(PlaceOrder.self)

    @Test func ofManyUnknownFieldsFiftyAreTold() throws {
        let form = (0..<60_000).map { ("field\($0)", "x") }
        let clock = ContinuousClock()
        let began = clock.now
        let thrown = #expect(throws: FieldErrors.self) { try Self.order.tree(ofForm: form) }
        let errors = try #require(thrown)
        #expect(began.duration(to: clock.now) < TimeLimit.seconds(20))
        #expect(errors.errors.count == 50)
        #expect(errors.errors.first == .init("field0", "is not a known field"))
        #expect(errors.more >= 59_950)
        #expect("\(errors)".hasSuffix("; and \(errors.more) more"))
        #expect("\(errors)".utf8.count < 5_000)
    }

    @Test func aLongTextIsToldByItsBeginning() throws {
        let long = "1" + String(repeating: "\u{200D}", count: 100_000)
        let digits = String(repeating: "1", count: 100_000)
        for (name, value) in [("quantity", long), ("unitPrice", long), ("unitPrice", digits)] {
            let errors = #expect(throws: FieldErrors.self) {
                try Self.order.tree(ofForm: [("lines[0].\(name)", value)])
            }
            #expect(errors.map { "\($0)".utf8.count < 2_000 } == true)
        }
    }

    @Test(arguments: [
        ("1", "1"), ("+5", "5"), ("-007", "-7"), (".5", "0.5"), ("5.", "5"), ("1e3", "1e3"), ("2E-3", "2e-3"),
        ("-0.10", "-0.10"),
    ])
    func aNumberKeepsItsDigits(typed: String, json: String) throws {
        let tree = try Schema.object([.init("n", .number)]).tree(ofForm: [("n", typed)])
        #expect(tree.compact == #"{"n":\#(json)}"#)
    }

    @Test(arguments: ["", ".", "-", "1,5", "1e", "1e1234", "1.2.3", "٣", "1 2", "--1", "0x1"])
    func whatIsNoNumberIsRefused(typed: String) {
        #expect(throws: FieldErrors.self) {
            try Schema.object([.init("n", .number)]).tree(ofForm: [("n", typed)])
        }
    }

    @Test func aFileMayStandUnderANameWithBrackets() throws {
        let schema = Schema.object([.init("pages", .object([.init("cover", .file)]))])
        let file = try JSON.value(File.self, from: #"{"file":7,"name":"a","mimeType":"text/csv","size":3}"#)
        let tree = try schema.tree(ofForm: [], files: ["pages[cover]": file])
        #expect(tree["pages"]?["cover"]?["file"] == .word("7"))
    }
}
