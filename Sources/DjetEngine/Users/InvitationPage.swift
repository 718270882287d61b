/// The page with a new one-time link, which is shown only once.
struct InvitationPage: Codable, Sendable {
    var name: String
    /// The full link, with the address at which the browser reaches the site, or else where the site serves.
    var link: String
}
