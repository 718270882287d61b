/// What somebody sends who sets up a second factor, or removes it.
struct SecondFactorForm: Codable, Sendable {
    /// The present password.
    var present: String
    /// A one-time code, or a recovery code, to remove it.
    var code: String?
}

/// What somebody sends who changes their password.
struct PasswordForm: Codable, Sendable {
    var present: String
    var password: String
    /// The new password once more; programs need not send it.
    var again: String?
    /// Whether one's API tokens are revoked with it.
    var revokeTokens: Bool?
}
