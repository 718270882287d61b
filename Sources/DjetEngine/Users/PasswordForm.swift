/// A form that begins the set-up of a second factor, or removes one.
struct SecondFactorForm: Codable, Sendable {
    /// The present password.
    var present: String
    /// A one-time code or a recovery code; removal needs it.
    var code: String?
}

/// A form that changes the password.
struct PasswordForm: Codable, Sendable {
    var present: String
    var password: String
    /// The new password once more; programs need not send it.
    var again: String?
    /// True to revoke the user's API tokens as well; false by default.
    var revokeTokens: Bool?
}
