import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Any number of faults is found in good time, and the report stays short enough to read.
@Suite struct FaultsTests {
    static let order = Schema.of(PlaceOrder.self)

    @Test func ofManyUnknownFieldsFiftyAreTold() throws {
        let form = (0..<60_000).map { ("field\($0)", "x") }
        let clock = ContinuousClock()
        let began = clock.now
        let thrown = #expect(throws: FieldErrors.self) { try Self.order.coerce(form: form) }
        let errors = try #require(thrown)
        #expect(began.duration(to: clock.now) < .seconds(8))
        #expect(errors.errors.count == 50)
        #expect(errors.errors.first == .init("field0", "is not a field that there is"))
        #expect(errors.more >= 59_950)
        #expect("\(errors)".hasSuffix("; and \(errors.more) more"))
        #expect("\(errors)".utf8.count < 5_000)
    }

    @Test func ofManyFaultsInJSONFiftyAreTold() throws {
        let lines = (0..<60_000).map { _ in #"{"x":1}"# }.joined(separator: ",")
        let tree = try JSONReader.tree(
            of: #"{"customer":"C","orderedOn":"2010-12-01","lines":[\#(lines)]}"#)
        let thrown = #expect(throws: FieldErrors.self) { try Self.order.check(tree) }
        let errors = try #require(thrown)
        #expect(errors.errors.count == 50 && errors.more >= 2 * 60_000)
        #expect(errors.errors.first?.field == "lines[0].product")
    }

    @Test func aLongPathIsCut() throws {
        let name = String(repeating: "n", count: 500_000)
        let tree = try JSONReader.tree(
            of: #"{"customer":"C","orderedOn":"2010-12-01","lines":[],"\#(name)":1}"#)
        let thrown = #expect(throws: FieldErrors.self) { try Self.order.check(tree) }
        let errors = try #require(thrown)
        #expect(errors.errors.last?.field == String(repeating: "n", count: 200) + "…")
        let nest =
            String(repeating: #"{"nest":"#, count: 150) + #""\u0000""# + String(repeating: "}", count: 150)
        let deep = #expect(throws: FieldErrors.self) { try Schema.any.check(JSONReader.tree(of: nest)) }
        #expect(deep?.errors.first.map { $0.field.utf8.count <= 210 } == true)
    }

    @Test func aLongTextIsToldByItsBeginning() throws {
        let long = "1" + String(repeating: "\u{200D}", count: 100_000)
        let digits = String(repeating: "1", count: 100_000)
        for (name, value) in [("quantity", long), ("unitPrice", long), ("unitPrice", digits)] {
            let errors = #expect(throws: FieldErrors.self) {
                try Self.order.coerce(form: [("lines[0].\(name)", value)])
            }
            #expect(errors.map { "\($0)".utf8.count < 2_000 } == true)
        }
    }

    @Test(arguments: [
        ("1", "1"), ("+5", "5"), ("-007", "-7"), (".5", "0.5"), ("5.", "5"), ("1e3", "1e3"), ("2E-3", "2e-3"),
        ("-0.10", "-0.10"),
    ])
    func aNumberKeepsItsDigits(typed: String, json: String) throws {
        #expect(try Schema.object([.init("n", .number)]).coerce(form: [("n", typed)]) == #"{"n":\#(json)}"#)
    }

    @Test(arguments: ["", ".", "-", "1,5", "1e", "1e1234", "1.2.3", "٣", "1 2", "--1", "0x1"])
    func whatIsNoNumberIsRefused(typed: String) {
        #expect(throws: FieldErrors.self) {
            try Schema.object([.init("n", .number)]).coerce(form: [("n", typed)])
        }
    }

    @Test func errorsWithoutMoreOfThemReadAsBefore() throws {
        let errors = FieldErrors([.init("a", "is missing")])
        let text = try JSON.text(of: errors)
        #expect(text == #"{"errors":[{"field":"a","reason":"is missing"}]}"#)
        #expect(try JSON.value(FieldErrors.self, from: text) == errors)
        let many = FieldErrors((0..<70).map { .init("f\($0)", "is wrong") })
        #expect(many.errors.count == 50 && many.more == 20)
        #expect(try JSON.value(FieldErrors.self, from: JSON.text(of: many)) == many)
    }

    @Test func aCallNamesAThousandFilesAtTheMost() async throws {
        try await withDatabase { database in
            let schema = Schema.object([.init("files", .array(.file))])
            let ann = database.model().acting(as: "ann")
            let own = try await ann.storeFile(name: "a", mimeType: "text/plain") { try await $0.write("x") }
            let again = try JSONReader.tree(
                of: "{\"files\":[\(Array(repeating: "\(own.id)", count: 5_000).joined(separator: ","))]}")
            let found = try await schema.arguments(from: again, in: ann)
            #expect(found["files"]?.children.count == 5_000)
            let many = try JSONReader.tree(
                of: "{\"files\":[\((1...200_000).map(String.init).joined(separator: ","))]}")
            let errors = await #expect(throws: FieldErrors.self) {
                try await schema.arguments(from: many, in: ann)
            }
            #expect(errors?.errors.count == 50)
            #expect(errors?.errors.first?.reason.contains("1000") == true)
        }
    }

    @Test func aFileMayStandUnderANameWithBrackets() throws {
        let schema = Schema.object([.init("pages", .object([.init("cover", .file)]))])
        let file = try JSON.value(File.self, from: #"{"file":7,"name":"a","mimeType":"text/csv","size":3}"#)
        let text = try schema.coerce(form: [], files: ["pages[cover]": file])
        #expect(text.contains(#""file":7"#))
    }
}
