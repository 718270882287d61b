/// A decoder of `Decodable` values from a tree.
struct JSONTreeDecoder: Decoder, SingleValueDecodingContainer {
    let tree: JSONTree
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Reads the value at a path. Throws `DecodingError`.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from tree: JSONTree, at path: @autoclosure () -> [any CodingKey]
    ) throws -> Value {
        if let known = type as? any JSONScalar.Type,
            let value = try scalar(known, from: tree, at: path()) as? Value
        {
            return value
        }
        return try Value(from: JSONTreeDecoder(tree: tree, codingPath: path()))
    }

    /// Reads the single word or text at a path. Throws `DecodingError`.
    static func scalar<Value: JSONScalar>(
        _ type: Value.Type, from tree: JSONTree, at path: @autoclosure () -> [any CodingKey]
    ) throws -> Value {
        guard let value = Value(json: tree) else {
            throw DecodingError.expected(
                Value.expectation(insteadOf: tree), Value.self, in: tree, at: path())
        }
        return value
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = tree else {
            throw DecodingError.expected("an object", [String: Any].self, in: tree, at: codingPath)
        }
        return KeyedDecodingContainer(JSONMembersReader<Key>(members, at: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = tree else {
            throw DecodingError.expected("a list", [Any].self, in: tree, at: codingPath)
        }
        return JSONElementsReader(elements: elements, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { tree == .null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try Self.decode(type, from: tree, at: codingPath)
    }
}

extension DecodingError {
    /// Returns the error for an unexpected value.
    fileprivate static func expected(
        _ expectation: String, _ type: Any.Type, in tree: JSONTree, at path: [any CodingKey]
    ) -> DecodingError {
        let context = Context(
            codingPath: path, debugDescription: "expected \(expectation), found \(tree.summary)")
        return tree == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}
