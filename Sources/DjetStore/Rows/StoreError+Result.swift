import CLibPQ

extension StoreError {
    /// Returns true if a result of libpq is an error with which the server ends the session.
    static func endsSession(_ result: OpaquePointer) -> Bool {
        ["FATAL", "PANIC"].contains(ErrorField.severity.text(in: result))
    }

    /// Creates the error from a result or a notice of libpq.
    init(_ result: OpaquePointer, _ code: Code) {
        let message =
            ErrorField.message.text(in: result)
            ?? PQresultErrorMessage(result).map { String(cString: $0) } ?? "no reason given"
        self.init(code, message.trimmingSuffix { $0.isWhitespace })
        sqlState = ErrorField.sqlState.text(in: result).map { SQLState(rawValue: $0) }
        detail = ErrorField.detail.text(in: result)
        hint = ErrorField.hint.text(in: result)
        position = ErrorField.position.text(in: result).flatMap { Int($0) }
        constraint = ErrorField.constraint.text(in: result)
        table = ErrorField.table.text(in: result)
        routine = ErrorField.routine.text(in: result)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ predicate: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return String(rest)
    }
}
