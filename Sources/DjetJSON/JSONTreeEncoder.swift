/// An encoder of `Encodable` values to a tree.
struct JSONTreeEncoder: Encoder {
    let draft: JSONDraft
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func tree<Value: Encodable>(of value: Value, at path: @autoclosure () -> [any CodingKey]) throws
        -> JSONTree
    {
        guard let scalar = value as? any JSONScalar else {
            let draft = JSONDraft()
            let path = path()
            // Everything written must be readable again, and deep values are walked on a finite stack.
            guard path.count <= JSONReader.deepest else {
                let reason = "it is nested deeper than \(JSONReader.deepest) levels"
                throw EncodingError.invalidValue(value, .init(codingPath: path, debugDescription: reason))
            }
            try value.encode(to: JSONTreeEncoder(draft: draft, codingPath: path))
            return value is any Unordered ? draft.finished().sorted : draft.finished()
        }
        guard let tree = scalar.json else {
            let reason = "JSON has no form for the number \(value)"
            throw EncodingError.invalidValue(value, .init(codingPath: path(), debugDescription: reason))
        }
        return tree
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        draft.becomeObject()
        return KeyedEncodingContainer(JSONMembers<Key>(draft: draft, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        draft.becomeArray()
        return JSONElements(draft: draft, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONTreeEncoder: SingleValueEncodingContainer {
    func encodeNil() { draft.become(.null) }

    func encode<Value: Encodable>(_ value: Value) throws {
        draft.become(try Self.tree(of: value, at: codingPath))
    }
}

/// The members of an object under construction.
private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let draft: JSONDraft
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { draft.add(.null, named: key.stringValue) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        draft.add(try JSONTreeEncoder.tree(of: value, at: codingPath + [key]), named: key.stringValue)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder(for: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(for: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder(for: JSONKey.super) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }

    private func encoder(for key: some CodingKey) -> JSONTreeEncoder {
        JSONTreeEncoder(draft: draft.addDraft(named: key.stringValue), codingPath: codingPath + [key])
    }
}

/// The elements of a list under construction.
private struct JSONElements: UnkeyedEncodingContainer {
    let draft: JSONDraft
    let codingPath: [any CodingKey]
    var count: Int { draft.count }

    func encodeNil() { draft.append(.null) }

    func encode<Value: Encodable>(_ value: Value) throws {
        draft.append(try JSONTreeEncoder.tree(of: value, at: codingPath + [JSONKey(count)]))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }

    func superEncoder() -> any Encoder { next() }

    private func next() -> JSONTreeEncoder {
        let path = codingPath + [JSONKey(count)]
        return JSONTreeEncoder(draft: draft.appendDraft(), codingPath: path)
    }
}

/// A collection without an order of its own. Its elements are sorted, as the members of objects are.
private protocol Unordered {}
extension Set: Unordered {}

extension JSONTree {
    /// The same list, sorted by the text of its elements.
    fileprivate var sorted: JSONTree {
        guard case .array(let elements) = self else { return self }
        return .array(elements.map { ($0.compact, $0) }.sorted { $0.0 < $1.0 }.map(\.1))
    }
}
