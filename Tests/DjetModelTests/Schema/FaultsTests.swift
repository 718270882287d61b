import DjetJSON
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// Any number of faults is found in good time, and the report stays short enough to read.
@Suite struct FaultsTests {
    static let order = Schema.of(PlaceOrder.self)

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

    @Test func aFieldThatComesTwiceIsSaidTo() throws {
        let tree = try JSONReader.tree(
            of: #"""
                {"customer":"C","number":"Q4","number":"Q5","orderedOn":"2010-12-01",
                 "lines":[{"product":"A","quantity":1,"quantity":2,"unitPrice":1}]}
                """#)
        #expect(
            Self.order.faults(in: tree) == [
                .init("number", "is given more than once"),
                .init("lines[0].quantity", "is given more than once"),
            ])
    }

    @Test func aDayThatNoCalendarHasIsSaidToBeNone() throws {
        func faults(_ day: String) throws -> [FieldErrors.FieldError] {
            let line = #"{"product":"A","quantity":1,"unitPrice":1}"#
            return Self.order.faults(
                in: try JSONReader.tree(of: #"{"orderedOn":"\#(day)","lines":[\#(line)]}"#))
        }
        #expect(try faults("2026-02-30") == [.init("orderedOn", "2026-02-30 is no day of the calendar")])
        #expect(try faults("30.2.2026") == [.init("orderedOn", "must be a day like 2010-12-01")])
    }

    @Test func anUnknownFieldIsToldWithThoseThatThereAre() throws {
        let tree = try JSONReader.tree(of: #"{"file":{"file":1},"columns":{"colour":"x"}}"#)
        let known = """
            number, product, description, quantity, unitPrice, customer, country, orderedOn, discount, \
            discountPercent, currency
            """
        #expect(
            Schema.of(ImportOrders.self).faults(in: tree)
                == [.init("columns.colour", "is not a known field (known: \(known))")])
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

    struct Scalars: Codable, Equatable {
        var flag: Bool
        var count: Int8
        var maybe: Bool?
        var at: Date?
        var tags: [String]
        var any: [String: Int]
    }

    @Test(arguments: [
        (
            order,
            #"{"number":null,"lines":[{"product":"A","colour":1,"\u0071uantity":1}],"x y":{},"number":"1"}"#,
            ["lines[0].colour", "x y", "number"]
        ),
        (order, "[1]", []),
        (Schema.of([String: Scalars].self), #"{"a":{"b":1}}"#, ["a.b"]),
    ])
    func fieldsThatNoFunctionReadsAreNamed(schema: Schema, text: String, unknown: [String]) throws {
        #expect(schema.unknownFields(in: try JSONReader.tree(of: text)) == unknown)
    }

    @Test(arguments: [
        (#"{"flag":1,"count":"1","tags":{},"any":[]}"#, ["flag", "count", "tags", "any"]),
        (#"{"flag":true,"count":128,"tags":[7],"any":{"a":"b"}}"#, ["count", "tags[0]", "any.a"]),
        (
            #"{"flag":null,"count":null,"maybe":null,"at":"noon","tags":[],"any":{}}"#,
            ["flag", "count", "at"]
        ),
        (#"{"tags":["\u0000"],"any":{"\u0000":1},"x":{}}"#, ["flag", "count", "x", "tags[0]", "any."]),
        ("null", [""]), (#"{"flag":true,"count":1.0,"tags":[],"any":{"a":1}}"#, []),
    ])
    func allThatIsWrongWithJSONIsNamed(text: String, fields: [String]) throws {
        let faults = Schema.of(Scalars.self).faults(in: try JSONReader.tree(of: text))
        #expect(faults.map(\.field) == fields, "\(faults)")
    }
}
