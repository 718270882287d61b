/// A form that ends all sessions of a user, one's own or another's.
struct SignOutForm: Codable, Sendable {
    /// True to revoke the user's API tokens as well; false by default.
    var revokeTokens: Bool?
}
