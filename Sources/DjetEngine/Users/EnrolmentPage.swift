/// The page on which somebody sets up a second factor.
struct EnrolmentPage: Codable, Sendable {
    /// What the device needs; nil before it was begun.
    var key: DeviceKey?
    /// The page's own path: posted to, it makes a secret.
    var path: String
    /// Where one goes then.
    var then: String?
    /// Whether one cannot go on without.
    var isAtSignIn: Bool
    /// Why something was not done.
    var problem: String?
}

/// Recovery codes: the one time that they are shown.
struct RecoveryPage: Codable, Sendable {
    var codes: [String]
    /// Where one goes then.
    var next: String
}
