/// The members of an object, by the keys of a type. If two have one name, the later counts, as in PostgreSQL.
struct JSONMembersReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    /// The most members for which a linear search is cheaper than a dictionary.
    private static var fewMembers: Int { 16 }

    let codingPath: [any CodingKey]
    private let members: [JSONTree.Member]
    private let positions: [String: Int]?

    init(_ members: [JSONTree.Member], at path: [any CodingKey]) {
        codingPath = path
        self.members = members
        let isLong = members.count > Self.fewMembers
        positions =
            isLong
            ? Dictionary(members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 }) : nil
    }

    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key) == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try JSONTreeDecoder.decode(type, from: try member(key), at: codingPath + [key])
    }

    // The most frequent types skip the cast to their protocol.

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try JSONTreeDecoder.scalar(type, from: try member(key), at: codingPath + [key])
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try JSONTreeDecoder.scalar(type, from: try member(key), at: codingPath + [key])
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        try JSONTreeDecoder.scalar(type, from: try member(key), at: codingPath + [key])
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(for: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(for: key).unkeyedContainer()
    }

    func superDecoder() -> any Decoder {
        let tree = find(JSONKey.super) ?? .null
        return JSONTreeDecoder(tree: tree, codingPath: codingPath + [JSONKey.super])
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(for: key) }

    private func decoder(for key: Key) throws -> JSONTreeDecoder {
        JSONTreeDecoder(tree: try member(key), codingPath: codingPath + [key])
    }

    private func member(_ key: Key) throws -> JSONTree {
        guard let tree = find(key) else {
            let names = members.prefix(Self.fewMembers).map { $0.name.beginning(60) }.joined(separator: ", ")
            let more = members.count > Self.fewMembers ? " and more" : ""
            let found = members.isEmpty ? "nothing is there" : "there is \(names)\(more)"
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: found))
        }
        return tree
    }

    private func find(_ key: some CodingKey) -> JSONTree? {
        let name = key.stringValue
        if let positions { return positions[name].map { members[$0].value } }
        return members.last { $0.name == name }?.value
    }
}
