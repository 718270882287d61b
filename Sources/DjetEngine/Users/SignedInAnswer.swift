import DjetModel

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
