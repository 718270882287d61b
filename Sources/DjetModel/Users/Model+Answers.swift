import DjetStore

/// Statements outside of a function, with the errors of `call`: an error that SQL raised with one of Djet's
/// codes becomes a `ModelError`.
extension Model {
    func ask(_ statement: Statement) async throws {
        _ = try await ModelError.translating { try await database.query(statement) }
    }

    func answer<Value: Decodable & Sendable>(
        _ statement: Statement, as type: Value.Type = Value.self
    ) async throws -> Value? {
        try await ModelError.translating { try await database.first(statement) }
    }

    func answers<Value: Decodable & Sendable>(_ statement: Statement) async throws -> [Value] {
        try await ModelError.translating { try await database.rows(statement) }
    }

    /// Returns a typed text without zero bytes, which the server's texts cannot hold. Each becomes U+FFFD,
    /// which no name or password contains.
    static func plain(_ text: String) -> String { text.replacing("\0", with: "\u{FFFD}") }

    static func plain(_ text: String?) -> String? { text.map { plain($0) } }

    static func plain(_ texts: [String]) -> [String] { texts.map { $0.replacing("\0", with: "\u{FFFD}") } }
}
