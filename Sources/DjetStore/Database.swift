/// A receiver of statements: a store, which runs each on some connection of its pool, or one connection.
public protocol Database: Sendable {
    /// Runs a statement and returns its rows. Throws `StoreError`, or `CancellationError` if the task was
    /// cancelled.
    @discardableResult
    func query(_ statement: Statement) async throws -> Rows

    /// Runs a statement and discards its answer. Within a transaction the statement is not awaited: it goes
    /// out together with the next awaited one, at the latest with the commit, which then throws this
    /// statement's error.
    func post(_ statement: Statement) async throws

    /// Runs statements in one round trip, as one transaction unless one is already open, and returns their
    /// rows. Throws as ``query(_:)`` does.
    func pipeline(_ statements: [Statement]) async throws -> [Rows]

    /// Runs `body` with one connection lent to it, and returns its result.
    func withConnection<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result

    /// Runs `body` in a transaction: it commits if `body` returns, and rolls back if it throws.
    ///
    /// A transaction inside another is a savepoint: if it throws, only its own changes are undone.
    func transaction<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result
}

/// All of it on a lent connection, as a store does it.
extension Database {
    /// Runs a statement on a lent connection and returns its rows. Throws `StoreError`, or
    /// `CancellationError`.
    @discardableResult
    public func query(_ statement: Statement) async throws -> Rows {
        try await withConnection { try await $0.query(statement) }
    }

    /// Runs a statement on a lent connection and discards its answer.
    public func post(_ statement: Statement) async throws {
        _ = try await query(statement)
    }

    /// Runs statements in one round trip on a lent connection, as one transaction, and returns their rows.
    public func pipeline(_ statements: [Statement]) async throws -> [Rows] {
        try await withConnection { try await $0.pipeline(statements) }
    }

    /// Runs `body` in a transaction on a lent connection: it commits if `body` returns, and rolls back if it
    /// throws.
    public func transaction<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await withConnection { try await $0.transaction(body) }
    }
}

extension Database {
    /// Returns all rows of a statement as values. Throws `StoreError`.
    public func rows<Value: Decodable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> [Value]
    {
        try await query(statement).decode(type)
    }

    /// Returns the first row of a statement as a value; nil if there is none. Throws `StoreError`.
    public func first<Value: Decodable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> Value?
    {
        try await query(statement).first?.decode(type)
    }

    /// Runs a whole `copy … from stdin` with these bytes, and returns the number of rows stored.
    @discardableResult
    public func copyIn(_ statement: Statement, bytes: [UInt8]) async throws -> Int {
        try await withConnection { try await $0.copyIn(statement, bytes: bytes) }
    }
}
