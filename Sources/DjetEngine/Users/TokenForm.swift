import DjetModel

/// What an API token is to be.
struct TokenForm: Codable, Sendable {
    var title: String
    var scopes: [Right]
    /// The branch that it may reach; nothing is the whole tree.
    var below: String?
    /// How long it is good; 90 if nothing is said.
    var days: Int?

    var request: TokenRequest {
        TokenRequest(title: title, scopes: Set(scopes), below: below, days: days ?? 90)
    }
}
