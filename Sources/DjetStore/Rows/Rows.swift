/// The rows that a statement returned.
public struct Rows: Sendable, RandomAccessCollection {
    let answer: Answer
    let columns: Columns

    init(_ answer: Answer) {
        self.answer = answer
        columns = Columns(answer)
    }

    /// The first position, 0.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { answer.rowCount }

    /// The row at a position from 0.
    public subscript(position: Int) -> Row {
        Row(answer: answer, columns: columns, index: position)
    }

    /// The number of rows that an `insert`, `update`, `delete` or `copy` changed, or a `select` found.
    public var changedCount: Int { answer.changedCount }

    /// The columns' names.
    public var columnNames: [String] { columns.names }

    package var command: String { answer.command }

    /// Returns every row as a value. Throws `StoreError` with code `.unexpectedValue`, which names the
    /// column.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> [Value] {
        try map { try $0.decode(type) }
    }
}

/// The columns of an answer, by name.
final class Columns: Sendable {
    let names: [String]
    private let positions: [String: Int]

    init(_ answer: Answer) {
        names = (0..<answer.columnCount).map(answer.name(ofColumn:))
        positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the position of the column with this name, or with its snake case: `givenName` finds
    /// `given_name`.
    func position(of name: String) -> Int? {
        positions[name] ?? positions[Self.snakeCase(name)]
    }

    private static func snakeCase(_ name: String) -> String {
        name.reduce(into: "") { text, character in
            if character.isUppercase { text += "_" }
            text += character.lowercased()
        }
    }
}
