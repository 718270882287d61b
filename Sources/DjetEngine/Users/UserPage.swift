import DjetModel

/// One user.
struct UserPage: Codable, Sendable {
    var user: UserLine
    var roles: [RoleChoice]
    /// How many sessions they have.
    var sessions: Int
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
        isSelf = visit.user?.name == name
        auditPath = visit.tree.node(ofBasetype: "audit").map { "\($0.path)?user=\(Percent.encoded(name))" }
        self.problem = problem
    }
}
