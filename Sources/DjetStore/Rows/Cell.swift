/// One value of a row, still as the server sent it.
public struct Cell: Sendable {
    let answer: Answer
    let row: Int
    let column: Int

    var isNull: Bool { answer.isNull(row: row, column: column) }

    /// Whether the server calls its type `json` or `jsonb`.
    var isJSON: Bool { answer.isJSON(column: column) }

    /// The text of the value. A value that came in binary is text only if it is one.
    public var text: String {
        answer.withBytes(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of a `bytea`; of any other type, those of its text. Nil if the text is not one of a `bytea`.
    public var bytes: [UInt8]? {
        answer.withBytes(row: row, column: column) {
            answer.isBinary(column: column) ? Array($0) : Hex.bytes(of: $0)
        }
    }

    func decode<Value: CellDecodable>(_ type: Value.Type) throws -> Value {
        if isNull {
            guard let null = Value.null else { throw mismatch(expected: "\(type)") }
            return null
        }
        guard let value = Value(cell: self) else { throw mismatch(expected: "\(type)") }
        return value
    }

    func mismatch(expected: String) -> StoreError {
        let found = isNull ? "null" : "“\(text.prefix(60))”"
        return StoreError(
            .unexpectedValue,
            "column \(answer.name(ofColumn: column)) holds \(found), where the program expects \(expected)")
    }
}
