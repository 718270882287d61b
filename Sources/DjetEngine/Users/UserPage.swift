import DjetModel

/// A user's page, for those who manage users.
struct UserPage: Codable, Sendable {
    var user: UserLine
    var roles: [RoleChoice]
    /// The number of the user's sessions.
    var sessions: Int
    /// The number of the user's API tokens.
    var tokens: Int
    /// The number of tokens in words; nil if there are none.
    var tokenCount: String?
    /// True if the user is the visitor.
    var isSelf: Bool
    /// The address of the audit of the user's actions; nil if the tree has no audit.
    var auditPath: String?
    /// The reason an action failed.
    var problem: String?
}

extension UserPage {
    /// Reads the page's data. Throws `ModelError.notFound` if there is no such user.
    init(of name: String, for visit: Visit, problem: String? = nil) async throws {
        let user = try await visit.model.user(name)
        self.user = UserLine(user)
        roles = try await RoleChoice.all(granted: user.roles, in: visit.model)
        sessions = try await visit.model.sessions(of: name).count
        tokens = try await visit.model.tokens(of: name).count
        tokenCount = AccountPage.words(tokens)
        isSelf = visit.user?.name == name
        auditPath = visit.tree.node(ofBasetype: "audit").map { "\($0.path)?user=\(Percent.encoded(name))" }
        self.problem = problem
    }
}
