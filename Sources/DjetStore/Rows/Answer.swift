import CLibPQ

/// A result of libpq.
final class Answer: @unchecked Sendable {
    // Unchecked because libpq's pointer is not Sendable: a result never changes once made, and libpq allows
    // several threads to read one.
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
    /// The number of rows that the command changed.
    var changedCount: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

    func name(ofColumn column: Int) -> String {
        PQfname(pointer, Int32(column)).map { String(cString: $0) } ?? ""
    }

    func isBinary(column: Int) -> Bool {
        PQfformat(pointer, Int32(column)) == 1
    }

    func isJSON(column: Int) -> Bool {
        // The type numbers of `json` and `jsonb`, the same in every database.
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

    /// True if it is an error with which the server ends the session.
    var endsSession: Bool { StoreError.endsSession(pointer) }

    /// Returns the server's error as a `StoreError`.
    func error(in statement: Statement?) -> StoreError {
        var error = StoreError(pointer, .refused)
        if error.sqlState?.isPassing == true { error.code = .unavailable }
        error.explain()
        error.statement = statement?.text
        error.origin = statement?.origin
        return error
    }
}

extension StoreError {
    /// Adds the explanation or advice that the server omits.
    fileprivate mutating func explain() {
        switch sqlState {
        case .readOnly?:
            hint =
                hint
                ?? "Is it a standby? Name the primary, or all servers with target_session_attrs=read-write."
        case .duplicatePreparedStatement? where message.contains(PreparedStatements.prefix):
            explain(
                """
                another program's statements are in this session: the connection goes through a pooler that \
                shares sessions
                """)
        case .undefinedPreparedStatement? where message.contains(PreparedStatements.prefix):
            explain(
                """
                a statement that Djet prepared is gone from its session: the connection goes through a pooler that \
                shares sessions, or something has run DISCARD ALL or DEALLOCATE
                """)
        default: break
        }
    }

    private mutating func explain(_ sentence: String) {
        detail = message
        message = sentence
        hint = Self.hintOnPoolers
    }
}
