/// A one-time link that has just been made: the one time that it is shown.
struct InvitationPage: Codable, Sendable {
    var name: String
    /// In full where the browser said under which address it reaches the site; otherwise a path.
    var link: String
}
