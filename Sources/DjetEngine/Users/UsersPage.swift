import DjetModel
import HTTPTypes

/// A page of the list of users.
struct UsersPage: Codable, Sendable {
    var users: [ListedUser]
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

/// A form that adds a user.
struct NewUserForm: Codable, Sendable {
    var name: String
    /// The name to be shown; the same as `name` if it is missing.
    var fullName: String?
    var roles: [String]?
}

/// The list of users, for one visit.
struct UserList {
    private let visit: Visit
    private static let pageSize = 100

    init(_ visit: Visit) {
        self.visit = visit
    }

    /// Returns a page of the list.
    func page(_ problem: String? = nil, wanted: NewUserForm? = nil) async throws -> UsersPage {
        let search = visit.query["search"]
        let users = try await visit.model.users(
            search: search, after: visit.query["after"], limit: Self.pageSize + 1)
        return UsersPage(
            users: users.prefix(Self.pageSize).map(ListedUser.init), search: search,
            next: users.count > Self.pageSize ? next(after: users[Self.pageSize - 1].name, search) : nil,
            roles: try await RoleChoice.all(granted: Set(wanted?.roles ?? []), in: visit.model),
            problem: problem, wanted: wanted)
    }

    /// Adds the user whom the form names. Throws `RequestError` unless the visitor is a browser with a
    /// session.
    func add() async throws -> Reply {
        try visit.demandSession()
        let form = try visit.body(as: NewUserForm.self)
        return try await visit.attempt {
            let user = try await visit.model.addUser(
                form.name, fullName: form.fullName, roles: Set(form.roles ?? []))
            return .done(visit.path(user.name), ListedUser(user))
        } orShow: { refusal in
            .page("users/users", title: visit.node.title, try await page(refusal.detail, wanted: form))
        }
    }

    private func next(after name: String, _ search: String?) -> String {
        let search = search.map { "search=\(Percent.encoded($0))&" } ?? ""
        return "\(visit.path())?\(search)after=\(Percent.encoded(name))"
    }
}
