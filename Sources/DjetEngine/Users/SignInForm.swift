/// What somebody sends who wants to sign in.
struct SignInForm: Codable, Sendable {
    var name: String
    var password: String
    /// Where they go then: a path of this site.
    var then: String?
}
