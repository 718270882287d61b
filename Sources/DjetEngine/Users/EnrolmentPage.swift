/// The page on which somebody sets up a second factor.
struct EnrolmentPage: Codable, Sendable {
    /// The key for the device; nil until it has been made.
    var key: DeviceKey?
    /// The page's own path; a POST to it makes a secret.
    var path: String
    /// The path to go to afterwards.
    var then: String?
    /// True at sign-in, which a user cannot complete without a second factor.
    var isAtSignIn: Bool
    /// The reason an action failed.
    var problem: String?
}

/// The page with the recovery codes, which are shown only once.
struct RecoveryPage: Codable, Sendable {
    var codes: [String]
    /// The path to go to afterwards.
    var next: String
}
