/// What went wrong between Djet and PostgreSQL.
public struct StoreError: Error, Sendable, Equatable {
    /// What kind of trouble it is.
    public enum Code: String, Sendable, Codable {
        /// The server refused a statement; `sqlState` says why.
        case refused
        /// The server cannot do it at present, whatever is asked of it: its disk is full, it has too many connections, or it
        /// only reads, as a standby does. Nothing of it was done; later it may be.
        case unavailable
        /// No connection could be made.
        case cannotConnect
        /// The connection broke, and whether the statement took effect is not known.
        case connectionLost
        /// The server is older than PostgreSQL 15.
        case serverTooOld
        /// All connections of the pool were busy for too long.
        case poolExhausted
        /// The transaction could not commit, because a statement in it had failed before.
        case rolledBack
        /// A value was not what the program expected.
        case unexpectedValue
        /// The call cannot be made in the connection's present state.
        case misuse
        /// The migrations of the program and of the database do not fit.
        case migration
    }

    /// What kind of trouble it is.
    public var code: Code
    /// One sentence for the person who reads it.
    public var message: String
    /// The server's five characters, such as `23505`; see "PostgreSQL Error Codes" in its manual.
    public var sqlState: SQLState?
    /// The server's detail.
    public var detail: String?
    /// The server's advice.
    public var hint: String?
    /// Where in the statement the server saw the trouble, in characters from 1.
    public var position: Int?
    /// The constraint that refused a row.
    public var constraint: String?
    /// The table of that constraint.
    public var table: String?
    /// The text of the statement, without its values.
    public var statement: String?
    /// The server's own routine that reported it: it tells errors apart that share a code, whatever the server's language.
    package var routine: String?

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension StoreError {
    /// Whether the same statement may be taken another time: something was in its way, and nothing in it is at fault.
    package var mayPass: Bool { code != .refused || ["40", "55", "57"].contains(sqlState?.category) }

    /// Whether what was asked for may have been done all the same: the server's word on it got lost, or could not be read.
    package var mayHaveTakenEffect: Bool { code == .connectionLost || code == .unexpectedValue }
}

extension StoreError: CustomStringConvertible {
    /// The message, then what else the server said.
    public var description: String {
        var text = message
        if let detail { text += " (\(detail))" }
        if let hint { text += " Hint: \(hint)" }
        if let sqlState { text += " [SQLSTATE \(sqlState.rawValue)]" }
        if let position, let statement { text += " at: \(Self.excerpt(of: statement, at: position))" }
        return text
    }

    private static func excerpt(of statement: String, at position: Int) -> String {
        let start = max(0, position - 1)
        return "…" + statement.dropFirst(start).prefix(40).replacing("\n", with: " ") + "…"
    }
}
