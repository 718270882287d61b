import Foundation

/// The page on which an invited user sets a password.
struct WelcomePage: Codable, Sendable {
    /// The token in the link.
    var invitation: String
    var name: String
    var fullName: String
    var expiresAt: Date
    /// The reason the password was refused, or the session's cookie would be dropped.
    var problem: String?
}
