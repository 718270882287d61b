/// A container that notes the fields that a type asks for.
struct SchemaKeyedProbe<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let probe: SchemaProbe
    let codingPath: [any CodingKey] = []

    var allKeys: [Key] {
        probe.noteOpen()
        return []
    }

    func contains(_ key: Key) -> Bool {
        probe.noteOptional(key)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool {
        probe.noteOptional(key)
        return false
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try probe.value(type) { schema in probe.note(key) { schema } }
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) -> Value? {
        probe.noteOptional(key)
        let schema = Schema.of(type, within: probe.outer)
        probe.note(key) { schema }
        return nil
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> {
        superDecoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
        superDecoder(forKey: key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { superDecoder(named: SuperKey()) }

    func superDecoder(forKey key: Key) -> SchemaProbe { superDecoder(named: key) }

    func superDecoder(forKey key: Key) -> any Decoder { superDecoder(named: key) }

    private func superDecoder(named key: any CodingKey) -> SchemaProbe {
        let part = probe.part()
        probe.note(key) { part.schema }
        return part
    }
}

/// The key under which a class finds its superclass's part.
private struct SuperKey: CodingKey {
    let stringValue = "super"
    let intValue: Int? = nil

    init() {}
    init?(stringValue: String) { nil }
    init?(intValue: Int) { nil }
}
