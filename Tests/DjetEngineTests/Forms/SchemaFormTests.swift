import DjetJSON
import DjetModel
import Foundation
import Testing

@testable import DjetEngine

@Suite struct SchemaFormTests {
    static let order = Schema.of(PlaceOrder.self)

    @Test func aFormBecomesTheFunctionsJSON() throws {
        let tree = try Self.order.tree(ofForm: [
            ("number", "  "), ("customer", "C \"1\"\n"), ("country", ""), ("orderedOn", "2010-12-01"),
            ("lines[10].product", "A"), ("lines[10].quantity", "3"), ("lines[10].unitPrice", ".335"),
            ("lines[2][product]", "B"), ("lines[2][quantity]", "+007"), ("lines[2][unitPrice]", "2.50"),
            ("lines[3].product", ""), ("lines[3].quantity", " "), ("lines[3].unitPrice", ""),
        ])
        #expect(
            tree.compact == #"""
                {"customer":"C \"1\"\n","orderedOn":"2010-12-01","lines":[{"product":"B","quantity":7,"unitPrice":2.50},{"product":"A","quantity":3,"unitPrice":0.335}]}
                """#)
        let order = try JSON.value(PlaceOrder.self, from: tree)
        #expect(order.lines.map(\.unitPrice) == [Decimal(string: "2.5"), Decimal(string: "0.335")])
    }

    @Test func allThatIsWrongIsNamed() throws {
        let errors = #expect(throws: FieldErrors.self) {
            try Self.order.tree(ofForm: [
                ("orderedOn", "1 December"), ("colour", "red"), ("lines[0].product", "A"),
                ("lines[0].quantity", "three"), ("lines[0].size", "1"), ("lines[x].product", "A"),
                ("lines[1].product", "B"), ("number", "1"), ("number", "2"),
            ])
        }
        #expect(
            Set(errors?.errors.map(\.field) ?? []) == [
                "orderedOn", "colour", "lines[0].quantity", "lines[1].quantity", "lines[0].size", "lines[x]",
                "number",
            ])
        #expect(errors?["lines[0].quantity"]?.contains("three") == true)
        #expect("\(errors.map { "\($0)" } ?? "")".contains("lines[1].quantity is missing"))
    }

    struct Scalars: Codable, Equatable {
        var flag: Bool
        var count: Int8
        var maybe: Bool?
        var at: Date?
        var tags: [String]
        var any: [String: Int]
    }

    @Test func eachKindOfFieldIsRead() throws {
        let schema = Schema.of(Scalars.self)
        let form = [
            ("flag", "false"), ("flag", "on"), ("count", "-5"), ("maybe", ""), ("at", "2026-11-21T20:15"),
            ("tags", "a"), ("tags[]", "b"), ("tags", ""), ("any", #"{"x":1}"#),
        ]
        let value = try JSON.value(Scalars.self, from: schema.tree(ofForm: form))
        #expect(value.flag && value.count == -5 && value.maybe == nil && value.tags == ["a", "b"])
        #expect(value.at == Date(timeIntervalSince1970: 1_795_292_100) && value.any == ["x": 1])
        let named = try schema.tree(ofForm: [("count", "1"), ("any.x", "1"), ("any[y]", "2")])
        #expect(try JSON.value(Scalars.self, from: named).any == ["x": 1, "y": 2])
    }

    @Test(arguments: [
        ("count", "128"), ("count", "1.5"), ("count", ""), ("count", "٣"), ("flag", "maybe"),
        ("at", "yesterday"), ("any", "{"), ("count.x", "1"), ("count[", "1"), ("", "x"), ("a..b", "x"),
        ("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s", "x"),
    ])
    func nonsenseIsRefusedByName(name: String, value: String) {
        let form = [("flag", "on"), ("count", "1"), ("any", "{}")].filter { $0.0 != name } + [(name, value)]
        let errors = #expect(throws: FieldErrors.self) { try Schema.of(Scalars.self).tree(ofForm: form) }
        #expect(errors?.errors.first?.field.hasPrefix(name) == true)
    }

    @Test func aNameIsTakenAsItIs() throws {
        let tree = try Schema.of(Scalars.self).tree(ofForm: [
            ("flag", "on"), ("count", "1"), (#"any[a"b\c]"#, "1"),
        ])
        #expect(try JSON.value(Scalars.self, from: tree).any == [#"a"b\c"#: 1])
        #expect(try JSONReader.tree(of: tree.compact) == tree)
    }

    @Test(arguments: [
        ("1.000", "1 or 1000"), ("-1,000", "-1 or -1000"), ("+12.340", "12.34 or 12340"),
        ("123.456", "123.4560 or 123456"),
    ])
    func aNumberThatMayBeAThousandthIsRefused(text: String, readings: String) throws {
        let schema = Schema.object([.init("price", .number)])
        let errors = #expect(throws: FieldErrors.self) { try schema.tree(ofForm: [("price", text)]) }
        #expect(errors?["price"]?.hasSuffix("may mean \(readings): write \(readings)") == true)
    }

    @Test(arguments: ["0.001", ".335", "1.0000", "1.00", "1234.000", "1000"])
    func aNumberThatMeansOneThingIsTaken(text: String) throws {
        let schema = Schema.object([.init("price", .number)])
        #expect(try schema.tree(ofForm: [("price", text)])["price"] != nil)
    }

    @Test func aFileIsTakenFromWhereItWasStored() throws {
        let schema = Schema.of(ImportOrders.self)
        let file = try JSON.value(
            File.self, from: #"{"file":7,"name":"a\"b.csv","mimeType":"text/csv","size":3}"#)
        let tree = try schema.tree(ofForm: [], files: ["file": file])
        #expect(try JSON.value(ImportOrders.self, from: tree).file == file)
        #expect(throws: FieldErrors.self) { try schema.tree(ofForm: [("file", "7")]) }
        #expect(throws: FieldErrors.self) { try schema.tree(ofForm: [], files: ["file": file, "x": file]) }
        #expect(throws: FieldErrors.self) { try schema.tree(ofForm: []) }
    }

    /// A form's JSON is stored as a part of the arguments, and must be readable there.
    @Test func jsonInAFormIsNestedAsDeeplyAsInABody() throws {
        let schema = Schema.object([.init("any", .any)])
        func form(_ depth: Int) -> [(String, String)] {
            [("any", String(repeating: "[", count: depth) + String(repeating: "]", count: depth))]
        }
        let tree = try schema.tree(ofForm: form(199))
        #expect(try JSONReader.tree(of: tree.compact) == tree)
        let errors = #expect(throws: FieldErrors.self) { try schema.tree(ofForm: form(200)) }
        #expect(errors?["any"]?.hasSuffix("it is nested too deeply") == true)
    }
}
