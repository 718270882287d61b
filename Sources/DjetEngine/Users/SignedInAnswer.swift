import DjetModel

/// What a program gets that has signed in: the cookie is in the head.
struct SignedInAnswer: Codable, Sendable {
    /// Who it is; nil as long as something is missing.
    var user: User?
    /// What it has to send along as `X-CSRF-Token` with whatever changes something.
    var csrf: String
    /// What is missing: a one-time code, to be posted to `code`, or a second factor, to be set up at `second-factor`.
    var awaits: Session.Awaited?

    init(_ session: Session) {
        user = session.awaits == nil ? session.user : nil
        csrf = session.csrf
        awaits = session.awaits
    }
}
