/// Somebody who is signed in with a browser.
public struct Session: Codable, Hashable, Sendable {
    /// The number under which they can end it.
    public var id: Int64
    /// Who it is.
    public var user: User
    /// What is missing before it is a session proper; nil: nothing.
    public var awaits: Awaited?
    /// What every form they post must carry, so that no other site can post in their name.
    public var csrf: String

    /// A session, as the tables have it.
    public init(id: Int64, user: User, csrf: String, awaits: Awaited? = nil) {
        self.id = id
        self.user = user
        self.csrf = csrf
        self.awaits = awaits
    }

    /// What somebody who knows the password lacks yet.
    public enum Awaited: String, Codable, Hashable, Sendable {
        /// A one-time code.
        case code
        /// A second factor, which a role of theirs needs and they have not set up.
        case enrolment
    }
}
