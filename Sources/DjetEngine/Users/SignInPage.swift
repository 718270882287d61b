import DjetModel

/// The page with the form to sign in.
struct SignInPage: Codable, Sendable {
    /// Where one goes then.
    var then: String?
    /// What was typed as a name.
    var name: String?
    /// Why one was not let in.
    var problem: String?
    /// Who is signed in already.
    var user: User?
}
