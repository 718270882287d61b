import DjetStore

/// Statements outside of a function, which `call` would have done the same for: what SQL raised with one of
/// Djet's codes comes as `ModelError`.
extension Model {
    func ask(_ statement: Statement) async throws {
        try await speaking { try await database.query(statement) }
    }

    func answer<Value: Decodable & Sendable>(
        _ statement: Statement, as type: Value.Type = Value.self
    ) async throws -> Value? {
        try await speaking { try await database.first(statement) }
    }

    func answers<Value: Decodable & Sendable>(_ statement: Statement) async throws -> [Value] {
        try await speaking { try await database.rows(statement) }
    }

    /// A typed text without zero bytes, which the server's texts cannot hold; they become what stands for
    /// unreadable characters, and no name or password contains that.
    static func plain(_ text: String) -> String { text.replacing("\0", with: "\u{FFFD}") }

    static func plain(_ text: String?) -> String? { text.map { plain($0) } }

    @discardableResult
    private func speaking<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as StoreError {
            throw ModelError(error) ?? error
        }
    }
}
