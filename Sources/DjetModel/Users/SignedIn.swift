/// What whoever has just signed in gets: the one time that the session's token is told.
public struct SignedIn: Sendable {
    /// The token, for the browser alone.
    public var token: String
    /// The session.
    public var session: Session
}
