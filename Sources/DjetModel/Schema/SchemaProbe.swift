/// A decoder that gives made-up values and notes each request.
final class SchemaProbe: Decoder {
    /// No value could be made up for a part of the type.
    struct NoValue: Error {}

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    let sample: SchemaSample
    /// The types under inspection: one that comes again contains itself.
    let outer: [ObjectIdentifier]
    private var fields: [(name: String, schema: () -> Schema)] = []
    private var optional: Set<String> = []
    private var values: [() -> Schema] = []
    private var isOpen = false

    init(_ sample: SchemaSample, within outer: [ObjectIdentifier]) {
        self.sample = sample
        self.outer = outer
    }

    /// The shape that the requests imply. Different kinds of requests in turn give `any`.
    var schema: Schema {
        let values = Set(values.map { $0() })
        if isOpen || values.count > 1 || (!values.isEmpty && !fields.isEmpty) { return .any }
        return values.first
            ?? .object(
                fields.map { Schema.Field($0.name, $0.schema(), isOptional: optional.contains($0.name)) })
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(SchemaKeyedProbe<Key>(probe: self))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        let list = SchemaUnkeyedProbe(probe: self)
        values.append { .array(list.elements.schema) }
        return list
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { SchemaValueProbe(probe: self) }

    /// Returns a decoder for a part.
    func part() -> SchemaProbe { SchemaProbe(sample, within: outer) }

    /// Notes that a field may be left out.
    func noteOptional(_ key: any CodingKey) { optional.insert(key.stringValue) }

    /// Notes that the type asked for all names: the caller chooses them.
    func noteOpen() { isOpen = true }

    func note(_ key: any CodingKey, _ schema: @escaping () -> Schema) {
        guard !fields.contains(where: { $0.name == key.stringValue }) else { return }
        fields.append((key.stringValue, schema))
    }

    func noteValue(_ schema: @escaping () -> Schema) { values.append(schema) }

    func value<Value: Decodable>(_ type: Value.Type, _ note: (Schema) -> Void) throws -> Value {
        let (schema, values) = Schema.look(at: type, within: outer)
        note(schema)
        guard let value = values(sample) else { throw NoValue() }
        return value
    }
}

/// A container that notes the single value of a type.
private struct SchemaValueProbe: SingleValueDecodingContainer {
    let probe: SchemaProbe
    let codingPath: [any CodingKey] = []

    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try probe.value(type) { schema in probe.noteValue { schema } }
    }
}
