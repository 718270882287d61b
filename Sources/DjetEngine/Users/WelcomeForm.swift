/// What somebody sends who was invited.
struct WelcomeForm: Codable, Sendable {
    /// The token in the link.
    var invitation: String
    var password: String
    /// The password once more; programs need not send it.
    var again: String?
}
