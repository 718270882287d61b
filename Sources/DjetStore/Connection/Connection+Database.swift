extension Connection: Database {
    /// Runs a statement and returns its rows. Throws `StoreError`, or `CancellationError` if the task was
    /// cancelled.
    @discardableResult
    public func query(_ statement: Statement) async throws -> Rows {
        let rows = try await pipeline([statement])
        guard let first = rows.first else {
            throw StoreError(.misuse, "the statement returned no result: \(statement.text)")
        }
        return first
    }

    /// Runs statements in one round trip, as one transaction unless one is already open, and returns their
    /// rows.
    public func pipeline(_ statements: [Statement]) async throws -> [Rows] {
        try await exchange([statements]).first?.get() ?? []
    }

    /// Runs `body` with this connection.
    public func withConnection<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await body(self)
    }
}
