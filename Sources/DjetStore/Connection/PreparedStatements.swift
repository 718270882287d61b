/// The statements that the server has prepared on one connection, by text.
struct PreparedStatements {
    private struct Entry {
        let name: String
        /// The segment that prepares it; nil once the server has confirmed it.
        var segment: UInt64?
    }

    /// The most prepared statements. A program's own texts are few, since values are parameters.
    static let capacity = 512
    /// The prefix of their names.
    static let prefix = "djet_"

    /// False for a lent connection, on which nothing may be left behind.
    var isKept = true
    private var entries: [String: Entry] = [:]
    private var segment: UInt64 = 0
    /// The number of names ever given. The server keeps outdated ones, too.
    private var count = 0

    /// Begins a segment: its statements fail together.
    mutating func beginSegment() {
        segment += 1
    }

    /// Returns the name to run a text by, and whether it must be prepared first.
    ///
    /// A name counts as prepared only once the server has confirmed it, since it may be on its way behind a
    /// failing statement. Until then only its own segment, which would fail with it, uses it.
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

    /// Forgets statements that became outdated: after a migration, one may return other columns than before;
    /// after `discard all`, none is prepared.
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
