import DjetModel
import DjetStore
import Foundation
import Testing

@Suite struct SchemaFormTests {
    static let order = Schema.of(PlaceOrder.self)

    @Test func aFormBecomesTheFunctionsJSON() throws {
        let text = try Self.order.coerce(form: [
            ("number", "  "), ("customer", "C \"1\"\n"), ("country", ""), ("orderedOn", "2010-12-01"),
            ("lines[10].product", "A"), ("lines[10].quantity", "3"), ("lines[10].unitPrice", ".335"),
            ("lines[2][product]", "B"), ("lines[2][quantity]", "+007"), ("lines[2][unitPrice]", "2.50"),
            ("lines[3].product", ""), ("lines[3].quantity", " "), ("lines[3].unitPrice", ""),
        ])
        #expect(
            text == #"""
                {"customer":"C \"1\"\n","orderedOn":"2010-12-01","lines":[{"product":"B","quantity":7,"unitPrice":2.50},{"product":"A","quantity":3,"unitPrice":0.335}]}
                """#)
        let order = try JSON.value(PlaceOrder.self, from: text)
        #expect(order.lines.map(\.unitPrice) == [Decimal(string: "2.5"), Decimal(string: "0.335")])
    }

    @Test func allThatIsWrongIsNamed() throws {
        let errors = #expect(throws: FieldErrors.self) {
            try Self.order.coerce(form: [
                ("orderedOn", "1 December"), ("colour", "red"), ("lines[0].product", "A"),
                ("lines[0].quantity", "three"), ("lines[0].size", "1"), ("lines[x].product", "A"),
                ("number", "1"), ("number", "2"),
            ])
        }
        #expect(
            Set(errors?.errors.map(\.field) ?? []) == [
                "orderedOn", "colour", "lines[0].quantity", "lines[0].unitPrice", "lines[0].size", "lines[x]",
                "number",
            ])
        #expect(errors?["lines[0].quantity"]?.contains("three") == true)
        #expect("\(errors.map { "\($0)" } ?? "")".contains("lines[0].unitPrice is missing"))
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
        let value = try JSON.value(Scalars.self, from: schema.coerce(form: form))
        #expect(value.flag && value.count == -5 && value.maybe == nil && value.tags == ["a", "b"])
        #expect(value.at == Date(timeIntervalSince1970: 1_795_292_100) && value.any == ["x": 1])
        let named = try schema.coerce(form: [("count", "1"), ("any.x", "1"), ("any[y]", "2")])
        #expect(try JSON.value(Scalars.self, from: named).any == ["x": 1, "y": 2])
    }

    @Test(arguments: [
        ("count", "128"), ("count", "1.5"), ("count", ""), ("count", "٣"), ("flag", "maybe"),
        ("at", "yesterday"), ("any", "{"), ("count.x", "1"), ("count[", "1"), ("", "x"), ("a..b", "x"),
        ("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s", "x"),
    ])
    func nonsenseIsRefusedByName(name: String, value: String) {
        let form = [("flag", "on"), ("count", "1"), ("any", "{}")].filter { $0.0 != name } + [(name, value)]
        let errors = #expect(throws: FieldErrors.self) { try Schema.of(Scalars.self).coerce(form: form) }
        #expect(errors?.errors.first?.field.hasPrefix(name) == true)
    }

    @Test func aFileIsTakenFromWhereItWasStored() throws {
        let schema = Schema.of(ImportOrders.self)
        let file = try JSON.value(
            File.self, from: #"{"file":7,"name":"a\"b.csv","mimeType":"text/csv","size":3}"#)
        let text = try schema.coerce(form: [], files: ["file": file])
        #expect(try JSON.value(ImportOrders.self, from: text).file == file)
        #expect(throws: FieldErrors.self) { try schema.coerce(form: [("file", "7")]) }
        #expect(throws: FieldErrors.self) { try schema.coerce(form: [], files: ["file": file, "x": file]) }
        #expect(throws: FieldErrors.self) { try schema.coerce(form: []) }
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

    @Test func theSchemaSpeaksJSONSchema() throws {
        let text = try JSON.text(of: Schema.of(InvoiceOrder.self).jsonSchema)
        #expect(
            text == #"""
                {"additionalProperties":false,"properties":{"order":{"maximum":9223372036854775807,"minimum":-9223372036854775808,"type":"integer"}},"required":["order"],"type":"object"}
                """#)
        #expect(try JSON.text(of: Schema.any.jsonSchema) == "{}")
        #expect(
            try JSON.text(of: Schema.of([Day?].self).jsonSchema)
                == #"{"items":{"anyOf":[{"format":"date","type":"string"},{"type":"null"}]},"type":"array"}"#)
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
