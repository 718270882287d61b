/// The one JSON encoding of values: sorted keys, dates in ISO 8601 to the microsecond, exact numbers, bytes
/// in base64.
package enum JSON {
    /// Returns a value's JSON as text. Throws `EncodingError` for a number that is not finite, or for values
    /// nested too deeply.
    package static func text(of value: some Encodable, pretty: Bool = false) throws -> String {
        let tree = try tree(of: value)
        return pretty ? tree.pretty() : tree.compact
    }

    /// Returns a value's JSON as a tree. Throws `EncodingError` for a number that is not finite, or for
    /// values nested too deeply.
    package static func tree(of value: some Encodable) throws -> JSONTree {
        try JSONTreeEncoder.tree(of: value, at: [])
    }

    /// Reads a value from its JSON. Throws `DecodingError`.
    package static func value<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws
        -> Value
    {
        do {
            return try value(type, from: JSONReader.tree(of: text))
        } catch let problem as JSONProblem {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "this is not JSON: \(problem)"))
        }
    }

    /// Reads a value from a tree. Throws `DecodingError`.
    package static func value<Value: Decodable>(_ type: Value.Type = Value.self, from tree: JSONTree) throws
        -> Value
    {
        try JSONTreeDecoder(tree: tree, codingPath: []).decode(type)
    }
}
