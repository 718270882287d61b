import DjetModel

/// The page with the form to sign in.
struct SignInPage: Codable, Sendable {
    /// The path to go to afterwards.
    var then: String?
    /// The name as it was typed.
    var name: String?
    /// The reason the sign-in was refused, or cannot work here.
    var problem: String?
    /// The user who is signed in already.
    var user: User?
}
