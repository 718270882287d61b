import DjetModel

/// One user.
struct UserPage: Codable, Sendable {
    var user: UserLine
    var roles: [RoleChoice]
    /// How many sessions they have.
    var sessions: Int
    /// How many API tokens they have.
    var tokens: Int
    /// The same in words; nil if they have none.
    var tokenCount: String?
    /// Whether it is oneself.
    var isSelf: Bool
    /// Where to read what they did.
    var auditPath: String?
    /// Why something was not done.
    var problem: String?
}

extension UserPage {
    /// Reads it. Throws `ModelError.notFound`.
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
