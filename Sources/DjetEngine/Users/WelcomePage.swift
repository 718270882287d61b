import Foundation

/// The page on which somebody who was invited sets a password.
struct WelcomePage: Codable, Sendable {
    /// The token in the link.
    var invitation: String
    var name: String
    var fullName: String
    var expiresAt: Date
    /// Why the password will not do.
    var problem: String?
}
