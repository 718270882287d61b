/// The result of a sign-in. The session's token is shown only here.
public struct SignedIn: Sendable {
    /// The token, for the browser alone.
    public var token: String
    /// The session.
    public var session: Session
}
