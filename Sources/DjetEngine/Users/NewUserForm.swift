/// A form that adds a user.
struct NewUserForm: Codable, Sendable {
    var name: String
    /// The name to be shown; the same as `name` if it is missing.
    var fullName: String?
    var roles: [String]?
}
