/// What somebody sends who ends all sessions of a user, their own or another's.
struct SignOutForm: Codable, Sendable {
    /// Whether the user's API tokens are revoked with them.
    var revokeTokens: Bool?
}
