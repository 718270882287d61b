/// One value of a row, or one element of an array in it, in the server's form.
public struct Cell: Sendable {
    private enum Source {
        case answer(Answer, row: Int, column: Int)
        case element(String?, column: String)
    }

    private let source: Source
    /// The name of the column.
    var name: String {
        switch source {
        case .answer(let answer, _, let column): answer.name(ofColumn: column)
        case .element(_, let name): name
        }
    }

    init(answer: Answer, row: Int, column: Int) {
        source = .answer(answer, row: row, column: column)
    }

    private init(element: String?, of cell: Cell) {
        source = .element(element, column: cell.name)
    }

    @usableFromInline
    var isNull: Bool {
        switch source {
        case .answer(let answer, let row, let column): answer.isNull(row: row, column: column)
        case .element(let text, _): text == nil
        }
    }

    /// True if the column is of type `json` or `jsonb`.
    var isJSON: Bool {
        guard case .answer(let answer, _, let column) = source else { return false }
        return answer.isJSON(column: column)
    }

    /// The text of the value. A value received in binary is text only if its bytes are.
    public var text: String {
        switch source {
        case .answer(let answer, let row, let column):
            answer.withBytes(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
        case .element(let text, _): text ?? ""
        }
    }

    /// The bytes of a `bytea`; nil if the text is not one.
    public var bytes: [UInt8]? {
        switch source {
        case .answer(let answer, let row, let column):
            answer.withBytes(row: row, column: column) {
                answer.isBinary(column: column) ? Array($0) : Hex.bytes(of: $0)
            }
        case .element(let text, _): Array((text ?? "").utf8).withUnsafeBufferPointer { Hex.bytes(of: $0) }
        }
    }

    /// The elements of a one-dimensional array; nil if the value is not one.
    var elements: [Cell]? {
        ArrayLiteral.elements(of: text[...])?.map { Cell(element: $0, of: self) }
    }

    // Inlined at the call: for a type known there it takes half the time.
    @inlinable
    func decode<Value: CellDecodable>(_ type: Value.Type) throws -> Value {
        if isNull {
            guard let null = Value.null else { throw mismatch(expected: "\(type)") }
            return null
        }
        guard let value = Value(cell: self) else { throw mismatch(expected: "\(type)") }
        return value
    }

    @usableFromInline
    func mismatch(expected: String) -> StoreError {
        let found = isNull ? "null" : "“\(text.prefix(60))”"
        return StoreError(
            .unexpectedValue,
            "column \(name) holds \(found), where the program expects \(expected)")
    }
}
