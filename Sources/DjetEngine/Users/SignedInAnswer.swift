import DjetModel

/// What a program gets that has signed in: the cookie is in the head.
struct SignedInAnswer: Codable, Sendable {
    var user: User
    /// What it has to send along as `X-CSRF-Token` with whatever changes something.
    var csrf: String

    init(_ session: Session) {
        user = session.user
        csrf = session.csrf
    }
}
