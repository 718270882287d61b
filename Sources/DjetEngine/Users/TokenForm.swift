import DjetModel

/// A form that makes an API token.
struct TokenForm: Codable, Sendable {
    var title: String
    var scopes: [Right]
    /// The branch that the token may reach; nil for the whole tree.
    var below: String?
    /// The token's lifetime in days; 90 by default.
    var days: Int?

    var request: TokenRequest {
        TokenRequest(title: title, scopes: Set(scopes), below: below, days: days ?? 90)
    }
}
