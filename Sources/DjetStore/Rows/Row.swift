import DjetJSON

/// One row of an answer.
public struct Row: Sendable {
    let answer: Answer
    let columns: Columns
    let index: Int

    /// Returns the row as a value: a scalar type from its first column, any other by the names of its
    /// columns.
    ///
    /// Throws `StoreError` with code `.unexpectedValue`, which names the column.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        if let type = type as? any CellDecodable.Type {
            guard let value = try cell(0).decode(type) as? Value else {
                throw cell(0).mismatch(expected: "\(type)")
            }
            return value
        }
        do {
            return try Value(from: RowDecoder(row: self))
        } catch let error as DecodingError {
            throw StoreError(.unexpectedValue, "a row does not fit \(Value.self): \(error.sentence)")
        }
    }

    /// Returns the value of a column, by its position from 0. Throws `StoreError` with code
    /// `.unexpectedValue`.
    @inlinable
    public func value<Value: CellDecodable>(_ column: Int, as type: Value.Type = Value.self) throws -> Value {
        try cell(column).decode(type)
    }

    /// Returns the value of a column, by its name. Throws `StoreError` with code `.unexpectedValue`.
    public func value<Value: CellDecodable>(_ column: String, as type: Value.Type = Value.self) throws
        -> Value
    {
        guard let position = columns.position(of: column) else {
            throw StoreError(
                .unexpectedValue,
                "there is no column \(column), only \(columns.names.joined(separator: ", "))")
        }
        return try cell(position).decode(type)
    }

    @usableFromInline
    func cell(_ column: Int) -> Cell {
        Cell(answer: answer, row: index, column: column)
    }
}
