/// A store whose answers are awaited only within a limit, for the statements that a worker sends of its own
/// accord.
///
/// When the limit is over, the connection is closed and `StoreError` with code `.connectionLost` is thrown:
/// the statement may have taken effect, or still take effect. A function's own statements have no such limit.
package struct PunctualStore: Database {
    let store: Store
    let limit: Duration

    /// Sends statements in a transaction of their own, and rings behind its commit, even if the task is
    /// cancelled. Returns the statements' rows. A ring that does not arrive is no error.
    @discardableResult
    package func exchange(_ statements: [Statement], ringing rings: [Statement]) async throws -> [Rows] {
        try await withConnection { try await $0.exchangeUncancellably([statements, rings]) }[0].get()
    }

    package func withConnection<Result: Sendable>(
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        try await store.withConnection(answeringWithin: limit, body)
    }
}
