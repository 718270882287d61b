import CLibPQ

/// One of libpq's results.
final class Answer: @unchecked Sendable {
    // Unchecked because libpq's pointer is not Sendable: a result never changes once it is made, and libpq
    // allows to read one from several threads.
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rowCount: Int { Int(PQntuples(pointer)) }
    var columnCount: Int { Int(PQnfields(pointer)) }
    /// The command that was run: `SELECT 3`, `COMMIT`.
    var command: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }
    /// How many rows the command changed.
    var changedCount: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

    func name(ofColumn column: Int) -> String {
        PQfname(pointer, Int32(column)).map { String(cString: $0) } ?? ""
    }

    func isBinary(column: Int) -> Bool {
        PQfformat(pointer, Int32(column)) == 1
    }

    func isJSON(column: Int) -> Bool {
        // The numbers of the types `json` and `jsonb`, the same in every database.
        [114, 3802].contains(PQftype(pointer, Int32(column)))
    }

    func isNull(row: Int, column: Int) -> Bool {
        PQgetisnull(pointer, Int32(row), Int32(column)) == 1
    }

    func withBytes<R>(row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        let count = Int(PQgetlength(pointer, Int32(row), Int32(column)))
        guard let start = PQgetvalue(pointer, Int32(row), Int32(column)) else {
            return try body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return try start.withMemoryRebound(to: UInt8.self, capacity: count) {
            try body(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    /// The server's error as Djet's.
    func error(in statement: String?) -> StoreError {
        let message = field(.message) ?? String(cString: PQresultErrorMessage(pointer))
        let state = field(.sqlState).map { SQLState(rawValue: $0) }
        let code: StoreError.Code = state?.isPassing == true ? .unavailable : .refused
        var error = StoreError(code, message.trimmingSuffix { $0.isWhitespace })
        error.sqlState = state
        error.detail = field(.detail)
        error.hint = field(.hint) ?? state.flatMap(Self.hint)
        error.position = field(.position).flatMap { Int($0) }
        error.constraint = field(.constraint)
        error.table = field(.table)
        error.statement = statement
        return error
    }

    /// What the server leaves to be guessed.
    private static func hint(for state: SQLState) -> String? {
        guard state == .readOnly else { return nil }
        return "Is it a standby? Name the primary, or all servers with target_session_attrs=read-write."
    }

    private func field(_ field: ErrorField) -> String? {
        field.text(in: pointer)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ predicate: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return String(rest)
    }
}
