/// A one-time code, or a recovery code.
struct CodeForm: Codable, Sendable {
    var code: String
    /// Where one goes then: a path of this site.
    var then: String?
}

/// A form without anything to fill in.
struct ThenForm: Codable, Sendable {
    /// Where one goes then: a path of this site.
    var then: String?
}

/// The page that asks for a code.
struct CodePage: Codable, Sendable {
    var then: String?
    /// Why one was not let in.
    var problem: String?
}
