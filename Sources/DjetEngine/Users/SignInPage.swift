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

/// A form that signs in.
struct SignInForm: Codable, Sendable {
    var name: String
    var password: String
    /// The path of this site to go to afterwards.
    var then: String?
}

/// The answer to a program that has signed in. The cookie is in the headers.
struct SignedInAnswer: Codable, Sendable {
    /// The user; nil as long as a step is missing.
    var user: User?
    /// The token to send as `X-CSRF-Token` with every request that changes something.
    var csrf: String
    /// The missing step: a one-time code, to be posted to `code`, or a second factor, to be set up at
    /// `second-factor`.
    var awaits: Session.Awaited?

    init(_ session: Session) {
        user = session.awaits == nil ? session.user : nil
        csrf = session.csrf
        awaits = session.awaits
    }
}
