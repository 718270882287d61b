public import Foundation

/// The second factor of a user: the secret that their device shares with the site.
public struct SecondFactor: Codable, Hashable, Sendable {
    /// The time since which it counts; nil while it is being set up.
    public var confirmedAt: Date?
    /// The secret in base32, until it is confirmed. It is never shown afterwards.
    public var secret: String?
    /// The number of recovery codes left.
    public var recoveryCodes: Int
}
