import DjetModel
import Foundation
import Testing

@Suite struct SchemaCheckTests {
    struct Crate: Codable {
        struct Bottle: Codable {
            var size: Decimal
            var label: String?
        }

        var count: Int16
        var isFull: Bool
        var bottles: [Bottle]
        var kind: Right
        var notes: [String: String]?
    }

    @Test(arguments: [
        #"{"count":1,"isFull":true,"bottles":[],"kind":"view"}"#,
        #"{"count":1.0,"isFull":false,"bottles":[{"size":1e400}],"kind":"use","notes":null}"#,
        #"{"count":1e2,"isFull":false,"bottles":[{"size":0.5,"label":null}],"kind":"use","notes":{"a":"b"}}"#,
    ])
    func whatFitsIsLetThrough(json: String) throws {
        try Schema.of(Crate.self).check(JSONReader.tree(of: json))
    }

    @Test func everythingThatDoesNotFitIsNamed() throws {
        let json =
            #"{"count":99999,"isFull":"yes","bottles":[{"size":"1"},{"size":1,"label":2,"x":0}],"kind":"see"}"#
        let errors = try #require(
            #expect(throws: FieldErrors.self) {
                try Schema.of(Crate.self).check(JSONReader.tree(of: json))
            })
        #expect(errors["count"] == "is not from -32768 to 32767")
        #expect(errors["isFull"] == "must be true or false")
        #expect(errors["bottles[0].size"] == "must be a number")
        #expect(errors["bottles[1].label"] == "must be a text")
        #expect(errors["bottles[1].x"] == "is not a field that there is")
        #expect(errors["kind"] == "is none of view, use, operate, arguments, manage")
        #expect(errors.errors.count == 6)
    }

    @Test(arguments: ["[]", "null", "1", "\"a\"", "true"])
    func whatIsNoObjectIsRefused(json: String) throws {
        #expect(throws: FieldErrors.self) { try Schema.of(Crate.self).check(JSONReader.tree(of: json)) }
    }

    @Test func aTextIsHeldToItsPatternAndLengths() throws {
        let schema = Schema.string(.init(pattern: "^[a-z]+$", minimumLength: 2, maximumLength: 3))
        try schema.check(.text("abc"))
        for (text, reason) in [
            ("a", "has fewer than 2 characters"), ("abcd", "has more than 3 characters"),
            ("a1", "is not of the form ^[a-z]+$"),
        ] {
            let errors = #expect(throws: FieldErrors.self) { try schema.check(.text(text)) }
            #expect(errors?.errors.first?.reason == reason)
        }
    }
}
