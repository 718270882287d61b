/// A form that accepts an invitation.
struct WelcomeForm: Codable, Sendable {
    /// The token in the link.
    var invitation: String
    var password: String
    /// The password once more; programs need not send it.
    var again: String?
}
