/// The statements that the server has prepared on one connection, by their texts.
struct PreparedStatements {
    /// As many as a program's own texts will ever be: values are parameters, so texts are few.
    private static let capacity = 512

    /// Off for a lent connection, on which nothing is left behind.
    var isKept = true
    private var names: [String: String] = [:]
    private var count = 0

    /// The name to run a text by, and whether it must be prepared first.
    ///
    /// A name counts as prepared only once the server has said so: the text may be on its way behind a
    /// statement that fails.
    mutating func name(for statement: Statement) -> (name: String, isNew: Bool) {
        if let name = names[statement.text] { return (name, false) }
        guard isKept, !statement.isOneOff, names.count < Self.capacity else { return ("", true) }
        count += 1
        return ("djet_\(count)", true)
    }

    mutating func confirm(_ name: String, for text: String) {
        if !name.isEmpty { names[text] = name }
    }

    mutating func forget(_ name: String) {
        names = names.filter { $0.value != name }
    }

    /// After a migration, a statement may answer with other columns than those it was prepared for.
    mutating func forgetOutdated(after outcomes: [Outcome]) {
        for case .failure(let error) in outcomes where error.sqlState == .featureNotSupported {
            if let text = error.statement { names[text] = nil }
        }
    }
}
