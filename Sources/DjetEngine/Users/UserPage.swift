import DjetModel
import Foundation
import HTTPTypes

/// A user's page, for those who manage users.
struct UserPage: Codable, Sendable {
    var user: ListedUser
    var roles: [RoleChoice]
    /// The number of the user's sessions.
    var sessions: Int
    /// The number of the user's API tokens.
    var tokens: Int
    /// The number of tokens in words; nil if there are none.
    var tokenCount: String?
    /// True if the user is the visitor.
    var isSelf: Bool
    /// True if the visitor may set the user's tenants: they are confined to none themselves.
    var mayConfine: Bool
    /// The address of the audit of the user's actions; nil if the tree has no audit.
    var auditPath: String?
    /// The reason an action failed.
    var problem: String?
}

extension UserPage {
    /// Reads the page's data. Throws `ModelError.notFound` if there is no such user.
    init(of name: String, for visit: Visit, problem: String? = nil) async throws {
        let user = try await visit.model.user(name)
        self.user = ListedUser(user)
        roles = try await RoleChoice.all(granted: user.roles, in: visit.model)
        sessions = try await visit.model.sessions(of: name).count
        tokens = try await visit.model.tokens(of: name).count
        tokenCount = AccountPage.words(tokens)
        isSelf = visit.user?.name == name
        mayConfine = visit.user?.tenants.isEmpty ?? false
        auditPath = visit.tree.node(ofBasetype: "audit").map { "\($0.path)?user=\(Percent.encoded(name))" }
        self.problem = problem
    }
}

/// A user, as those who manage users see them.
struct ListedUser: Codable, Sendable {
    var name: String
    var fullName: String
    var grantedRoles: [String]
    var createdAt: Date
    var disabledAt: Date?
    var passwordSetAt: Date?
    var invitedUntil: Date?
    var seenAt: Date?
    var secondFactorAt: Date?
    /// The tenants to which they are confined, the first being their own; empty if they are confined to none.
    var tenants: [String]
    var isDisabled: Bool
    var isActive: Bool

    init(_ user: UserRecord) {
        name = user.name
        fullName = user.fullName
        grantedRoles = user.user.grantedRoles.sorted()
        createdAt = user.createdAt
        disabledAt = user.disabledAt
        passwordSetAt = user.passwordSetAt
        invitedUntil = user.invitedUntil
        seenAt = user.seenAt
        secondFactorAt = user.secondFactorAt
        tenants = user.tenants
        isDisabled = user.disabledAt != nil
        isActive = user.isActive
    }
}

/// A role that can be granted, with its state for one user.
struct RoleChoice: Codable, Sendable {
    var name: String
    var title: String
    var isGranted: Bool

    /// Returns the roles that can be granted: all but `everyone` and `users`.
    static func all(granted: Set<String>, in model: Model) async throws -> [RoleChoice] {
        try await model.roles().filter { ![Role.everyone, Role.users].contains($0.name) }.map {
            RoleChoice(name: $0.name, title: $0.title, isGranted: granted.contains($0.name))
        }
    }
}

/// A form with all the roles that a user is to have.
struct RolesForm: Codable, Sendable {
    var roles: [String]?
}

/// A form with all the tenants to which a user is to be confined.
struct TenantsForm: Codable, Sendable {
    /// The first is the user's own. None, if the user is to see the jobs of all.
    var tenants: [String]?
}

/// The page with a new one-time link, which is shown only once.
struct InvitationPage: Codable, Sendable {
    var name: String
    /// The full link, with the address at which the browser reaches the site, or else where the site serves.
    var link: String
}

/// The user whom a path names, in a visit that changes something.
struct NamedUser {
    private let visit: Visit
    private let name: String

    /// Throws `RequestError` unless the visitor is a browser with a session.
    init(_ visit: Visit) throws {
        try visit.demandSession()
        self.visit = visit
        name = visit.parameters["name"] ?? ""
    }

    /// Runs `body` with the user's name, and answers with the user. People see an error on the user's page.
    func change(_ body: (String) async throws -> Void) async throws -> Reply {
        try await attempt {
            try await body(name)
            return .done(visit.path(name), ListedUser(try await visit.model.user(name)))
        }
    }

    /// Makes a one-time link and answers with it (201).
    func invite() async throws -> Reply {
        try await attempt {
            let path = visit.tree.path(ofInvitation: try await visit.model.invite(name))
            let page = InvitationPage(name: name, link: address + path)
            return .page("users/invitation", title: "An invitation", page, status: .created).noStore()
        }
    }

    /// The address at which the browser reaches the site; where the site serves if the browser names none.
    private var address: String {
        if let origin = visit.headers[.origin], origin.hasPrefix("http") { return origin }
        return visit.site.servingAddress ?? ""
    }

    private func attempt(_ body: () async throws -> Reply) async throws -> Reply {
        try await visit.attempt(body) { refusal in
            let page = try await UserPage(of: name, for: visit, problem: refusal.detail)
            return .page("users/user", title: page.user.fullName, page)
        }
    }
}
