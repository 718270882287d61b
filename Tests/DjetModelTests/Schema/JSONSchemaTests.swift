import DjetJSON
import DjetModel
import Testing

@Suite struct JSONSchemaTests {
    @Test func theSchemaSpeaksJSONSchema() throws {
        let text = try JSON.text(of: Schema.of(InvoiceOrder.self).jsonSchema)
        #expect(
            text == #"""
                {"additionalProperties":false,"properties":{"of":{"anyOf":[{"enum":["ordered","delivered"],"type":"string"},{"type":"null"}]},"order":{"maximum":9223372036854775807,"minimum":-9223372036854775808,"type":"integer"}},"required":["order"],"type":"object"}
                """#)
        #expect(try JSON.text(of: Schema.any.jsonSchema) == "{}")
        #expect(
            try JSON.text(of: Schema.of([Day?].self).jsonSchema)
                == #"{"items":{"anyOf":[{"format":"date","type":"string"},{"type":"null"}]},"type":"array"}"#)
    }
}
