import DjetJSON

/// A decoder of `Decodable` values from a row: keys are columns; a non-scalar is read from the column's JSON.
struct RowDecoder: Decoder {
    let row: Row
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RowContainer<Key>(row: row))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw StoreError(.unexpectedValue, "a row cannot be read as a list")
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        CellContainer(cell: row.cell(0))
    }
}

private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let row: Row
    let codingPath: [any CodingKey] = []
    var allKeys: [Key] { row.columns.names.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool {
        row.columns.position(of: key.stringValue) != nil
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        try cell(key).isNull
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try CellContainer(cell: try cell(key)).decode(type)
    }

    private func cell(_ key: Key) throws -> Cell {
        guard let position = row.columns.position(of: key.stringValue) else {
            let columns = row.columns.names.joined(separator: ", ")
            throw DecodingError.keyNotFound(
                key, .init(codingPath: [], debugDescription: "the row has the columns \(columns)"))
        }
        return row.cell(position)
    }

    func superDecoder() throws -> any Decoder { RowDecoder(row: row) }
    func superDecoder(forKey key: Key) throws -> any Decoder { RowDecoder(row: row) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        throw StoreError(.unexpectedValue, "column \(key.stringValue) must be read as one value")
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw StoreError(.unexpectedValue, "column \(key.stringValue) must be read as one value")
    }
}

/// A decoder of one cell: a scalar from its text, anything else from its JSON.
private struct CellContainer: SingleValueDecodingContainer, Decoder {
    let cell: Cell
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]

    init(cell: Cell) {
        self.cell = cell
        codingPath = [ColumnKey(stringValue: cell.name)]
    }

    func decodeNil() -> Bool { cell.isNull }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalar = type as? any CellDecodable.Type, let value = try cell.decode(scalar) as? Value {
            return value
        }
        guard cell.isJSON, !cell.isNull else { return try Value(from: self) }
        do {
            return try JSON.value(type, from: cell.text)
        } catch let error as DecodingError {
            throw StoreError(
                .unexpectedValue, "column \(cell.name) holds no \(Value.self): \(error.sentence)")
        }
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        throw cell.mismatch(expected: "an object")
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw cell.mismatch(expected: "a list")
    }
}

private struct ColumnKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
