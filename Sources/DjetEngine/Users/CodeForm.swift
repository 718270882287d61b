/// A form with a one-time code or a recovery code.
struct CodeForm: Codable, Sendable {
    var code: String
    /// The path of this site to go to afterwards.
    var then: String?
}

/// A form with nothing to fill in.
struct ThenForm: Codable, Sendable {
    /// The path of this site to go to afterwards.
    var then: String?
}

/// The page that asks for a code.
struct CodePage: Codable, Sendable {
    var then: String?
    /// The reason the code was refused.
    var problem: String?
}
