/// A schema as JSON Schema 2020-12, which OpenAPI 3.1 uses.
public struct JSONSchema: Encodable, Sendable {
    private let schema: Schema

    /// Creates the JSON Schema of a schema.
    public init(_ schema: Schema) {
        self.schema = schema
    }

    /// Writes `{"type": "object", "properties": {…}}` and the like.
    public func encode(to encoder: any Encoder) throws {
        switch schema {
        case .string(let text): try encode(text, to: encoder)
        case .integer(let range): try encode(range, to: encoder)
        case .number: try encode("number", to: encoder)
        case .boolean: try encode("boolean", to: encoder)
        case .date: try encode(Schema.Text(format: "date"), to: encoder)
        case .dateTime: try encode(Schema.Text(format: "date-time"), to: encoder)
        case .file: try encode(Self.fileFields, isClosed: true, required: ["file"], to: encoder)
        case .array(let element): try encode("array", part: ("items", element), to: encoder)
        case .dictionary(let value): try encode("object", part: ("additionalProperties", value), to: encoder)
        case .object(let fields):
            let required = fields.filter { !$0.isOptional }.map(\.name)
            try encode(fields, isClosed: true, required: required, to: encoder)
        case .nullable(let schema): try encodeNullable(schema, to: encoder)
        case .any: _ = encoder.container(keyedBy: Word.self)
        }
    }

    /// The fields of a file in JSON. A sender gives its number; the rest is looked up.
    private static let fileFields: [Schema.Field] = [
        .init("file", .integer(0...Int64.max)), .init("mimeType", .string), .init("name", .string),
        .init("size", .integer(0...Int64.max)),
    ]

    private func encode(_ type: String, to encoder: any Encoder) throws {
        var words = encoder.container(keyedBy: Word.self)
        try words.encode(type, forKey: "type")
    }

    private func encode(_ type: String, part: (name: Word, schema: Schema), to encoder: any Encoder) throws {
        var words = encoder.container(keyedBy: Word.self)
        try words.encode(type, forKey: "type")
        try words.encode(JSONSchema(part.schema), forKey: part.name)
    }

    private func encode(_ range: ClosedRange<Int64>, to encoder: any Encoder) throws {
        var words = encoder.container(keyedBy: Word.self)
        try words.encode("integer", forKey: "type")
        try words.encode(range.lowerBound, forKey: "minimum")
        try words.encode(range.upperBound, forKey: "maximum")
    }

    private func encode(_ text: Schema.Text, to encoder: any Encoder) throws {
        var words = encoder.container(keyedBy: Word.self)
        try words.encode("string", forKey: "type")
        try words.encodeIfPresent(text.format, forKey: "format")
        try words.encodeIfPresent(text.pattern, forKey: "pattern")
        try words.encodeIfPresent(text.choices.isEmpty ? nil : text.choices, forKey: "enum")
        try words.encodeIfPresent(text.minimumLength, forKey: "minLength")
        try words.encodeIfPresent(text.maximumLength, forKey: "maxLength")
    }

    private func encode(
        _ fields: [Schema.Field], isClosed: Bool, required: [String], to encoder: any Encoder
    ) throws {
        var words = encoder.container(keyedBy: Word.self)
        try words.encode("object", forKey: "type")
        // An optional field may be null as well: decoding accepts it.
        let properties = fields.map { field in
            (field.name, JSONSchema(field.isOptional ? .nullable(field.schema.unwrapped) : field.schema))
        }
        try words.encode(Dictionary(properties) { first, _ in first }, forKey: "properties")
        try words.encodeIfPresent(required.isEmpty ? nil : required, forKey: "required")
        if isClosed { try words.encode(false, forKey: "additionalProperties") }
    }

    private func encodeNullable(_ schema: Schema, to encoder: any Encoder) throws {
        var words = encoder.container(keyedBy: Word.self)
        var ways = words.nestedUnkeyedContainer(forKey: "anyOf")
        try ways.encode(JSONSchema(schema))
        try ways.encode(["type": "null"])
    }
}

/// A keyword of JSON Schema.
private struct Word: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    let intValue: Int? = nil

    init(stringLiteral: String) { stringValue = stringLiteral }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Schema {
    /// The schema as JSON Schema.
    public var jsonSchema: JSONSchema { JSONSchema(self) }
}
