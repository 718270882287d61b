/// What takes statements: a store, each on some connection of its pool, or one connection.
public protocol Database: Sendable {
    /// Runs a statement. Throws `StoreError`, or `CancellationError` if the task was cancelled meanwhile.
    @discardableResult
    func query(_ statement: Statement) async throws -> Rows

    /// Runs a statement whose answer is of no interest. Within a transaction it is not waited for: it goes out together
    /// with the next statement that is, at the latest with the commit, which then throws what this one failed with.
    func post(_ statement: Statement) async throws

    /// Runs statements in one round trip, as one transaction unless one is open already.
    func pipeline(_ statements: [Statement]) async throws -> [Rows]

    /// Lends one connection, on which everything of `body` then runs.
    func withConnection<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result

    /// Runs `body` in a transaction: it commits if `body` returns, and rolls back if it throws.
    ///
    /// A transaction inside another is a savepoint: if it throws, what it did is undone, and the outer one
    /// may go on.
    func transaction<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result
}

extension Database {
    /// All rows of a statement as values.
    public func rows<Value: Decodable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> [Value]
    {
        try await query(statement).decode(type)
    }

    /// The first row of a statement as a value; nil if there is none.
    public func first<Value: Decodable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> Value?
    {
        try await query(statement).first?.decode(type)
    }

    /// Runs a whole `copy … from stdin` with these bytes, and returns how many rows were taken.
    @discardableResult
    public func copyIn(_ statement: Statement, bytes: [UInt8]) async throws -> Int {
        try await withConnection { try await $0.copyIn(statement, bytes: bytes) }
    }
}
