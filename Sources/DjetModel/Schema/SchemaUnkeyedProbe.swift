/// A container that notes the element of a list. The list has one element, or as many as are asked for.
final class SchemaUnkeyedProbe: UnkeyedDecodingContainer {
    let elements: SchemaProbe
    let codingPath: [any CodingKey] = []
    let count: Int? = 1
    private(set) var currentIndex = 0

    init(probe: SchemaProbe) {
        elements = probe.part()
    }

    var isAtEnd: Bool { currentIndex > 0 }

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        currentIndex += 1
        return try elements.value(type) { schema in elements.noteValue { schema } }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedDecodingContainer<Nested> {
        part().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { part().unkeyedContainer() }

    func superDecoder() -> any Decoder { part() }

    private func part() -> SchemaProbe {
        currentIndex += 1
        let part = elements.part()
        elements.noteValue { part.schema }
        return part
    }
}
