import DjetStore

extension Database {
    /// Returns the first row of a statement as a value.
    ///
    /// - Parameters:
    ///   - statement: the statement, which has a row unless something is wrong.
    ///   - type: the type of the value.
    ///   - error: the error if it has none.
    func first<Value: Decodable>(
        _ statement: Statement, as type: Value.Type = Value.self, orThrow error: ModelError
    ) async throws -> Value {
        guard let value = try await first(statement, as: type) else { throw error }
        return value
    }
}
