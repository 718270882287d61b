/// An error between Djet and PostgreSQL.
public struct StoreError: Error, Sendable, Equatable {
    /// The kind of error.
    public enum Code: String, Sendable, Codable {
        /// The server refused a statement; `sqlState` says why.
        case refused
        /// The server cannot do it at present, whatever is asked: its disk is full, it has too many
        /// connections, or it is read-only, as a standby is. Nothing was done; a later try may succeed.
        case unavailable
        /// No connection could be made.
        case cannotConnect
        /// The connection broke; the statement may or may not have taken effect.
        case connectionLost
        /// The server is older than PostgreSQL 15.
        case serverTooOld
        /// All connections of the pool were busy for too long.
        case poolExhausted
        /// The transaction could not commit, because a statement in it had failed.
        case rolledBack
        /// A value was not what the program expected.
        case unexpectedValue
        /// The call is not allowed in the connection's present state.
        case misuse
        /// The migrations of the program and of the database do not match.
        case migration
    }

    /// The kind of error.
    public var code: Code
    /// One sentence for the reader.
    public var message: String
    /// The server's five characters, such as `23505`; see "PostgreSQL Error Codes" in its manual.
    public var sqlState: SQLState?
    /// The server's detail.
    public var detail: String?
    /// The server's advice.
    public var hint: String?
    /// The error's position in the statement, in characters from 1.
    public var position: Int?
    /// The constraint that refused a row.
    public var constraint: String?
    /// The table of that constraint.
    public var table: String?
    /// The text of the statement, without its values.
    public var statement: String?
    /// The origin of the refused statement; nil if it has none.
    package var origin: Statement.Origin?
    /// The server's routine that reported it, which tells apart errors that share a code, in any language of
    /// the server.
    package var routine: String?

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension StoreError {
    /// True if the same statement may succeed later: something was in its way, and nothing in it is at fault.
    package var mayPass: Bool { code != .refused || ["40", "55", "57"].contains(sqlState?.category) }

    /// True if the server undid the work because it conflicts with a concurrent transaction, which has gone
    /// on.
    package var isOfConflict: Bool { sqlState == .deadlockDetected || sqlState == .serializationFailure }

    /// True if the statement may have taken effect all the same: the server's answer was lost, or could not
    /// be read.
    package var mayHaveTakenEffect: Bool { code == .connectionLost || code == .unexpectedValue }

    /// True if the connection goes through a pooler that shares sessions.
    package var isOfPooler: Bool { hint == Self.hintOnPoolers }

    /// The message and the hint, for somebody who is not shown the rows and codes of the rest.
    package var advice: String { hint.map { "\(message). \($0)" } ?? message }

    static let hintOnPoolers =
        "Connect Djet to PostgreSQL itself, or to a pool that keeps a session for each client (pool_mode = session)."
}

extension StoreError: CustomStringConvertible {
    /// The message, then the server's details.
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
