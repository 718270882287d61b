/// A user to be added.
struct NewUserForm: Codable, Sendable {
    var name: String
    /// The name that is shown; the same if nothing is said.
    var fullName: String?
    var roles: [String]?
}
