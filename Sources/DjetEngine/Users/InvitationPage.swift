/// A one-time link that has just been made: the one time that it is shown.
struct InvitationPage: Codable, Sendable {
    var name: String
    /// In full: with the address under which the browser reaches the site, or where it serves.
    var link: String
}
