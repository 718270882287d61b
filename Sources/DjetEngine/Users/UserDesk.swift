import DjetModel
import HTTPTypes

/// The user that a path names, for one visit that changes something.
struct UserDesk {
    private let visit: Visit
    private let name: String

    init(_ visit: Visit) {
        self.visit = visit
        name = visit.parameters["name"] ?? ""
    }

    /// Changes something, and answers with the user. What went wrong is told on the user's page, to people.
    func change(
        to roles: Set<String> = [], _ body: (String) async throws -> Void
    ) async throws -> Reply {
        try await trying {
            try visit.refuseToken(touching: try await visit.model.user(name).roles.union(roles))
            try await body(name)
            return .done(visit.path(name), UserLine(try await visit.model.user(name)))
        }
    }

    /// Makes a one-time link.
    func invite() async throws -> Reply {
        try await trying {
            try visit.refuseToken(inviting: try await visit.model.user(name))
            let path = visit.tree.path(ofInvitation: try await visit.model.invite(name))
            let page = InvitationPage(name: name, link: (visit.headers[.origin] ?? "") + path)
            return .page("users/invitation", title: "An invitation", page, status: .created).keptByNobody()
        }
    }

    private func trying(_ body: () async throws -> Reply) async throws -> Reply {
        do {
            return try await body()
        } catch {
            guard visit.wantsHTML, let refusal = Refusal(forPageOf: error) else { throw error }
            let page = try await UserPage(of: name, for: visit, problem: refusal.detail)
            return Reply(refusal, .page("users/user", title: page.user.fullName, page))
        }
    }
}
