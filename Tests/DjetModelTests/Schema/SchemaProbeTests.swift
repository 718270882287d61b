import DjetModel
import DjetStore
import Foundation
import Testing

@Suite struct SchemaProbeTests {
    struct Everything: Codable {
        enum Colour: String, Codable, CaseIterable { case red, green = "GREEN" }
        struct Inner: Codable { var a: Int8, b: [String]? }
        var text: String
        var flag: Bool
        var count: Int
        var small: UInt8
        var price: Decimal
        var ratio: Double
        var day: Day
        var moment: Date
        var colour: Colour
        var file: File
        var ticket: TicketID
        var key: UUID
        var place: URL
        var inner: Inner
        var rows: [Inner]
        var tags: Set<String>
        var named: [String: Decimal]
        var maybe: Bool?
        var later: Date?
        var holes: [Int?]
        var nothing: Nothing
    }

    @Test func aTypesFieldsAreFoundInTheirOrder() {
        let inner = Schema.object([
            .init("a", .integer(-128...127)), .init("b", .array(.string), isOptional: true),
        ])
        #expect(
            Schema.of(Everything.self).fields == [
                .init("text", .string), .init("flag", .boolean), .init("count", .integer),
                .init("small", .integer(0...255)), .init("price", .number), .init("ratio", .number),
                .init("day", .date), .init("moment", .dateTime),
                .init("colour", .string(.init(choices: ["red", "GREEN"]))), .init("file", .file),
                .init("ticket", TicketID.schema), .init("key", UUID.schema), .init("place", URL.schema),
                .init("inner", inner), .init("rows", .array(inner)), .init("tags", .array(.string)),
                .init("named", .dictionary(.number)), .init("maybe", .boolean, isOptional: true),
                .init("later", .dateTime, isOptional: true), .init("holes", .array(.nullable(.integer))),
                .init("nothing", .object([])),
            ])
    }

    @Test func theShippedFunctionsHaveShapes() {
        let order = Schema.of(PlaceOrder.self)
        #expect(
            order.fields.map(\.name) == [
                "number", "customer", "country", "orderedOn", "kind", "quote", "currency", "returnOf",
                "invoiceAddress", "deliveryAddress", "lines", "key",
            ])
        #expect(order.fields.filter { !$0.isOptional }.map(\.name) == ["lines"])
        #expect(
            order["lines"]?.schema
                == .array(
                    .object([
                        .init("product", .string), .init("description", .string, isOptional: true),
                        .init("quantity", .number), .init("unitPrice", .number, isOptional: true),
                        .init("discount", .number, isOptional: true),
                        .init("undoesLine", .integer, isOptional: true),
                    ])))
        #expect(
            Schema.of(ImportOrders.self).fields.map(\.name)
                == [
                    "file", "inSteps", "encoding", "dates", "decimal", "returnMark", "columns", "separator",
                    "mapping",
                ])
        #expect(Schema.of(ImportOrders.self)["file"] == .init("file", .file))
        #expect(
            Schema.of(ImportOrders.self)["dates"]?.schema == .string(.init(choices: ["ymd", "mdy", "dmy"])))
        #expect(
            Schema.of(InvoiceOrder.self)
                == .object([
                    .init("order", .integer),
                    .init("of", .string(.init(choices: ["ordered", "delivered"])), isOptional: true),
                ]))
        #expect(Schema.of(OrderTotals.self) == .object([]))
        #expect(Schema.of(File.self) == .file)
        #expect(Schema.of(ImportReport.self)["netTotal"]?.schema == .number)
        #expect(Schema.of(Invoice.self).fields.count == 17)
    }

    final class Chain: Codable {
        var name: String
        var next: Chain?
        var others: [Chain]
    }

    @Test func aTypeThatContainsItselfEnds() {
        #expect(
            Schema.of(Chain.self)
                == .object([
                    .init("name", .string), .init("next", .any, isOptional: true),
                    .init("others", .array(.any)),
                ]))
    }

    struct Strict: Codable {
        struct Never: Error {}
        var text: String
        init(from decoder: any Decoder) throws { throw Never() }
    }

    struct Holder: Codable {
        var strict: Strict
        var after: Int
    }

    struct Positive: Codable {
        struct NotPositive: Error {}
        var number: Int
        init(from decoder: any Decoder) throws {
            number = try decoder.singleValueContainer().decode(Int.self)
            guard number > 0 else { throw NotPositive() }
        }
    }

    enum Shape: Codable { case circle(radius: Double), square }

    @Test func whatRefusesAllSamplesIsAnyJSON() {
        #expect(Schema.of(Strict.self) == .any)
        #expect(Schema.of(Holder.self) == .any)
        #expect(Schema.of(Shape.self) == .any)
    }

    @Test func aTypeThatRefusesSomeSamplesIsFound() {
        #expect(Schema.of(Positive.self) == .integer)
    }

    class Base: Codable { var id = 1 }
    struct ByHand: Decodable {
        enum Keys: String, CodingKey { case size, box, rest, list }
        enum Box: String, CodingKey { case width }
        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Keys.self)
            _ = try fields.decodeIfPresent(Int.self, forKey: .size) ?? 7
            let box = try fields.nestedContainer(keyedBy: Box.self, forKey: .box)
            _ = try box.decode(Double.self, forKey: .width)
            if try !fields.decodeNil(forKey: .rest) { _ = try fields.decode(String.self, forKey: .rest) }
            var list = try fields.nestedUnkeyedContainer(forKey: .list)
            while !list.isAtEnd { _ = try list.decode(Bool.self) }
        }
    }

    @Test func decodingByHandIsFollowed() {
        #expect(
            Schema.of(ByHand.self)
                == .object([
                    .init("size", .integer, isOptional: true),
                    .init("box", .object([.init("width", .number)])),
                    .init("rest", .string, isOptional: true), .init("list", .array(.boolean)),
                ]))
    }

    @Test func aFieldHasATitleForPeople() {
        #expect(Schema.Field("orderedOn", .date).title == "Ordered on")
        #expect(Schema.Field("unit_price", .number).title == "Unit price")
        #expect(Schema.Field("x", .number).title == "X")
    }
}
