import Foundation

/// The page with a new API token, which is shown only once.
struct TokenPage: Codable, Sendable {
    var id: Int64
    /// The purpose of the token, as its user wrote it.
    var purpose: String
    var token: String
    var expiresAt: Date
}
