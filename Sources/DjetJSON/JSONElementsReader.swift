/// The elements of a list, one after the other.
struct JSONElementsReader: UnkeyedDecodingContainer {
    let elements: [JSONTree]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(elements: [JSONTree], codingPath: [any CodingKey]) {
        self.elements = elements
        self.codingPath = codingPath
    }

    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    mutating func decodeNil() throws -> Bool {
        guard try element(Never.self) == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try JSONTreeDecoder.decode(
            type, from: try element(type), at: codingPath + [JSONKey(currentIndex)])
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws -> JSONTreeDecoder {
        let path = codingPath + [JSONKey(currentIndex)]
        let decoder = JSONTreeDecoder(tree: try element([Any].self), codingPath: path)
        currentIndex += 1
        return decoder
    }

    private func element(_ type: Any.Type) throws -> JSONTree {
        guard !isAtEnd else {
            let reason = "the list ends after \(elements.count)"
            throw DecodingError.valueNotFound(type, .init(codingPath: codingPath, debugDescription: reason))
        }
        return elements[currentIndex]
    }
}
