/// A form with all the roles that a user is to have.
struct RolesForm: Codable, Sendable {
    var roles: [String]?
}
