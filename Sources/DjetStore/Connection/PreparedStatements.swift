/// The statements that the server has prepared on one connection, by their texts.
struct PreparedStatements {
    private struct Entry {
        let name: String
        /// The segment that prepares it; nil once the server has said that it is prepared.
        var segment: UInt64?
    }

    /// As many as a program's own texts will ever be: values are parameters, so texts are few.
    static let capacity = 512
    /// The beginning of their names.
    static let prefix = "djet_"

    /// Off for a lent connection, on which nothing is left behind.
    var isKept = true
    private var entries: [String: Entry] = [:]
    private var segment: UInt64 = 0
    /// How many names were ever given. The server keeps an outdated one, too.
    private var count = 0

    /// From here on until the next call, statements fail together.
    mutating func beginSegment() {
        segment += 1
    }

    /// The name to run a text by, and whether it must be prepared first.
    ///
    /// A name counts as prepared only once the server has said so, since it may be on its way behind a
    /// statement that fails; until then only its own segment, which would fail with it, relies on it.
    mutating func name(for statement: Statement) -> (name: String, isNew: Bool) {
        if let entry = entries[statement.text] {
            return entry.segment == nil || entry.segment == segment ? (entry.name, false) : ("", true)
        }
        guard isKept, !statement.isOneOff, count < Self.capacity else { return ("", true) }
        count += 1
        let name = "\(Self.prefix)\(count)"
        entries[statement.text] = Entry(name: name, segment: segment)
        return (name, true)
    }

    mutating func confirm(_ name: String, for text: String) {
        if entries[text]?.name == name { entries[text]?.segment = nil }
    }

    mutating func forget(_ name: String) {
        guard !name.isEmpty else { return }
        entries = entries.filter { $0.value.name != name }
    }

    /// After a migration, a statement may answer with other columns than those it was prepared for; after
    /// `discard all`, none is prepared.
    mutating func forgetOutdated(after outcomes: [Outcome]) {
        for case .failure(let error) in outcomes {
            switch error.sqlState {
            case SQLState.featureNotSupported: if let text = error.statement { entries[text] = nil }
            case SQLState.undefinedPreparedStatement: entries = [:]
            default: break
            }
        }
    }
}
