import DjetJSON
import DjetModel
import DjetTestSupport
import Foundation
import Testing

/// Columns are checked against their basetype.
@Suite struct NodeColumnsTests {
    @Test(
        arguments: [
            ("text", "two\nlines", "a text of at most 1000 characters, all on one line"),
            ("text", 1, "a text of at most 1000 characters, all on one line"),
            ("longtext", false, "a text of at most 1000000 characters"),
            ("number", "1", "a number"),
            ("boolean", "true", "true or false"),
            ("function", "no function", "the name of a model function"),
            ("queue", "Slow", "the name of a queue"),
            ("path", "//evil.example", "a path that begins with one slash"),
            ("path", ["/a"], "a path that begins with one slash"),
        ] as [(String, JSONValue, String)])
    func aValueOfAnotherTypeIsRefusedByName(column: String, value: JSONValue, wish: String) async throws {
        try await withTree { _, model in
            var columns: [String: JSONValue] = ["queue": "slow"]
            columns[column] = value
            let seed = NodeSeed("/every", "everything", title: "Every", columns: columns)
            let error = await refusal { try await model.addNode(seed) }
            #expect(error == .invalid("the column “\(column)” of a everything must be \(wish)"))
        }
    }

    @Test func aTypedNumberThatMayMeanTwoStaysAText() {
        let column = Column("number", title: "Number", .number)
        for text in ["1.000", "-12.345", "1,000"] { #expect(column.value(of: text) == .text(text)) }
        #expect(column.value(of: " 1.0 ") == .number(1) && column.value(of: "1000") == .number(1_000))
    }

    @Test func aNumberOfThreeDecimalsCanBeTypedAgainAsItIsShown() async throws {
        try await withTree { _, model in
            let number = JSONValue.number(Decimal(string: "1.125") ?? 0)
            let node = try await model.addNode(
                NodeSeed(
                    "/every", "everything", title: "Every", columns: ["queue": "slow", "number": number]))
            #expect(node.typed("number") == "1.1250")
            #expect(Column("number", title: "", .number).value(of: node.typed("number")) == number)
        }
    }

    @Test func everyTypeHoldsWhatItIsFor() async throws {
        try await withTree { _, model in
            let columns: [String: JSONValue] = [
                "text": "line", "longtext": "two\nlines", "number": .number(12.5), "boolean": true,
                "function": "sales.place-order", "queue": "gl.accounting", "path": "/office",
            ]
            let node = try await model.addNode(
                NodeSeed("/every", "everything", title: "Every", columns: columns))
            #expect(node.columns == columns)
            #expect(node.number("number") == 12.5)
            #expect(node.flag("boolean"))
            #expect(node.text("number") == nil)
        }
    }

    @Test func aMissingAndAnUnknownColumnAreNamed() async throws {
        try await withTree { _, model in
            let missing = await refusal {
                try await model.addNode(NodeSeed("/every", "everything", title: "Every"))
            }
            #expect(missing == .invalid("a everything needs the column “queue”"))
            let unknown = await refusal {
                try await model.addNode(NodeSeed("/p", "page", title: "Page", columns: ["bdy": "x"]))
            }
            #expect(unknown == .invalid("a page has no column “bdy”; it has: body, subtitle"))
        }
    }

    @Test func columnsThatTheBasetypeNoLongerHasGoWithTheNextChange() async throws {
        try await withTree { _, model in
            let id = try await model.id("/office/news")
            _ = try await model.changeNode(id, columns: ["body": "Text", "subtitle": "Sub"])
            try await model.declareBasetypes([
                Basetype("page", title: "Page", columns: [Column("body", title: "Text", .longtext)])
            ])
            let moved = try await model.moveNode(id, name: "old-news")
            #expect(moved.columns == ["body": "Text", "subtitle": "Sub"])
            let changed = try await model.changeNode(id, title: "Old news")
            #expect(changed.columns == ["body": "Text"])
        }
    }
}
