/// A session of somebody who has signed in with a browser.
public struct Session: Codable, Hashable, Sendable {
    /// The number by which they can end it.
    public var id: Int64
    /// The user.
    public var user: User
    /// The part of the sign-in that is missing; nil if none is.
    public var awaits: Awaited?
    /// The token that every form they post must carry, so that no other site can post in their name.
    public var csrf: String

    /// Creates a session.
    public init(id: Int64, user: User, csrf: String, awaits: Awaited? = nil) {
        self.id = id
        self.user = user
        self.csrf = csrf
        self.awaits = awaits
    }

    /// The part that somebody who knows the password still lacks.
    public enum Awaited: String, Codable, Hashable, Sendable {
        /// A one-time code.
        case code
        /// A second factor that a role of theirs needs and that they have not set up.
        case enrolment
    }
}

/// The result of a sign-in. The session's token is shown only here.
public struct SignedIn: Sendable {
    /// The token, for the browser alone.
    public var token: String
    /// The session.
    public var session: Session
}
