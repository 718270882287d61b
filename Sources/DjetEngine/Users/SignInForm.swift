/// A form that signs in.
struct SignInForm: Codable, Sendable {
    var name: String
    var password: String
    /// The path of this site to go to afterwards.
    var then: String?
}
