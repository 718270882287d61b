import DjetModel

/// The list of users.
struct UsersPage: Codable, Sendable {
    var users: [UserLine]
    /// What was searched for.
    var search: String?
    /// Where the list goes on.
    var next: String?
    /// The roles that can be granted.
    var roles: [RoleChoice]
    /// Why nobody was added, and what was sent.
    var problem: String?
    var wanted: NewUserForm?
}
