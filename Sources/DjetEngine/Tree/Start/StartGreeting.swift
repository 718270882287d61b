import DjetModel

/// The greeting of an empty site's administrator: three things to do first.
struct StartGreeting: Codable, Sendable {
    /// A thing to do.
    struct Step: Codable, Sendable {
        /// An imperative of a few words.
        var title: String
        /// A sentence that says where.
        var text: String
        /// The address of the page that does it.
        var path: String
        var isDone: Bool
    }

    /// The name of the visitor.
    var name: String
    var steps: [Step]

    /// Greets the visitor; nil for anybody but an administrator.
    init?(_ visit: Visit) async throws {
        guard let user = visit.user, user.isAdministrator else { return nil }
        let factor = try await visit.model.secondFactor(of: user.name)
        let others = try await visit.model.users(limit: 2)
        name = user.fullName
        steps = [
            Self.jobStep(visit),
            Self.step(
                "Invite those who work here", "Each gets a one-time link, by which to set a password.",
                "users",
                isDone: others.count > 1, visit),
            Self.step(
                "Protect your account", "A second factor keeps out whoever learns your password.", "account",
                isDone: factor?.confirmedAt != nil, visit),
        ].compactMap(\.self)
    }

    private static func jobStep(_ visit: Visit) -> Step? {
        let title = "Run a first job"
        if let node = visit.tree.node(ofBasetype: "function"), visit.mayOpen(node) {
            return Step(
                title: title, text: "“\(node.title)” can be called in the background.", path: node.path,
                isDone: false)
        }
        guard let nodes = visit.tree.node(ofBasetype: "nodes"), visit.mayOpen(nodes) else { return nil }
        return Step(
            title: title, text: "Add a node of the basetype “function”: it lets people call one.",
            path: "\(nodes.path)/add?basetype=function", isDone: false)
    }

    private static func step(
        _ title: String, _ text: String, _ basetype: String, isDone: Bool, _ visit: Visit
    ) -> Step? {
        guard let node = visit.tree.node(ofBasetype: basetype), visit.mayOpen(node) else { return nil }
        return Step(title: title, text: text, path: node.path, isDone: isDone)
    }
}
