import Foundation

/// A new API token: the one time that it is shown.
struct TokenPage: Codable, Sendable {
    var id: Int64
    /// What it is for.
    var purpose: String
    var token: String
    var expiresAt: Date
}
