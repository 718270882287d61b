/// Somebody who is signed in with a browser.
public struct Session: Codable, Hashable, Sendable {
    /// The number under which they can end it.
    public var id: Int64
    /// Who it is.
    public var user: User
    /// What every form they post must carry, so that no other site can post in their name.
    public var csrf: String

    /// A session, as the tables have it.
    public init(id: Int64, user: User, csrf: String) {
        self.id = id
        self.user = user
        self.csrf = csrf
    }
}
