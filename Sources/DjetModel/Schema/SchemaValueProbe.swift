/// A container that notes the single value of a type.
struct SchemaValueProbe: SingleValueDecodingContainer {
    let probe: SchemaProbe
    let codingPath: [any CodingKey] = []

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try probe.value(type) { schema in probe.noteValue { schema } }
    }
}
