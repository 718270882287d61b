import DjetModel

/// A page of the list of users.
struct UsersPage: Codable, Sendable {
    var users: [UserLine]
    /// The text of the search.
    var search: String?
    /// The address of the next page; nil on the last.
    var next: String?
    /// The roles that can be granted.
    var roles: [RoleChoice]
    /// The reason nobody was added, and the form that was sent.
    var problem: String?
    var wanted: NewUserForm?
}
