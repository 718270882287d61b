public import Foundation

/// The second factor of a user: the secret that their device shares with the site.
public struct SecondFactor: Codable, Hashable, Sendable {
    /// Since when it counts; nil while it is being set up.
    public var confirmedAt: Date?
    /// The secret in base32, for as long as it does not count: afterwards it is told to nobody.
    public var secret: String?
    /// How many recovery codes are left.
    public var recoveryCodes: Int
}
