import DjetJSON

extension Schema {
    /// Returns the shape of a type, found by decoding it from made-up values.
    ///
    /// The fields are those that `init(from:)` asks for, in that order. A type that contains itself is `any`
    /// at the second level. A type that refuses every made-up value is `any`, unless it is
    /// ``SchemaDescribed`` or a `CaseIterable` enumeration of texts.
    public static func of(_ type: any Decodable.Type) -> Schema {
        of(type, within: [])
    }

    static func of(_ type: any Decodable.Type, within outer: [ObjectIdentifier]) -> Schema {
        look(at: type, within: outer).schema
    }

    /// Returns the shape of a type, and a maker of values, which returns nil if it has none.
    static func look<Value: Decodable>(
        at type: Value.Type, within outer: [ObjectIdentifier]
    ) -> (schema: Schema, values: (SchemaSample) -> Value?) {
        if let known = known(type, within: outer) {
            return (
                known,
                { sample in
                    (type as? any SchemaShaped.Type)?.emptyValue as? Value
                        ?? (try? JSON.value(type, from: sample.json(of: known)))
                }
            )
        }
        let id = ObjectIdentifier(type)
        guard !outer.contains(id), outer.count < deepest else { return (.any, { _ in nil }) }
        return probe(type, within: outer + [id])
    }

    private static func probe<Value: Decodable>(
        _ type: Value.Type, within outer: [ObjectIdentifier]
    ) -> (schema: Schema, values: (SchemaSample) -> Value?) {
        for sample in SchemaSample.allCases {
            let probe = SchemaProbe(sample, within: outer)
            do {
                let value = try Value(from: probe)
                return (probe.schema, { _ in value })
            } catch is SchemaProbe.NoValue {
                // A part of it has tried all samples already.
                break
            } catch {
                continue
            }
        }
        return (.any, { _ in nil })
    }

    private static let deepest = 32

    private static func known(_ type: any Decodable.Type, within outer: [ObjectIdentifier]) -> Schema? {
        if let described = type as? any SchemaDescribed.Type { return described.schema }
        if let shaped = type as? any SchemaShaped.Type { return shaped.schema { of($0, within: outer) } }
        if let listed = type as? any CaseIterable.Type { return choices(of: listed) }
        return nil
    }

    private static func choices(of type: any CaseIterable.Type) -> Schema? {
        func texts<Listed: CaseIterable>(_ type: Listed.Type) -> [String?] {
            type.allCases.map { ($0 as? any RawRepresentable)?.rawValue as? String }
        }
        let texts = texts(type)
        guard !texts.isEmpty, !texts.contains(nil) else { return nil }
        return .string(.init(choices: texts.compactMap(\.self)))
    }
}
