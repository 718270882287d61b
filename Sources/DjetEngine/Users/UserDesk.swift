import DjetModel
import HTTPTypes

/// The user that a path names, for one visit that changes something.
struct UserDesk {
    private let visit: Visit
    private let name: String

    /// Throws `Refusal` unless it is a browser with a session.
    init(_ visit: Visit) throws {
        try visit.demandSession()
        self.visit = visit
        name = visit.parameters["name"] ?? ""
    }

    /// Changes something, and answers with the user. What went wrong is told on the user's page, to people.
    func change(_ body: (String) async throws -> Void) async throws -> Reply {
        try await attempt {
            try await body(name)
            return .done(visit.path(name), UserLine(try await visit.model.user(name)))
        }
    }

    /// Makes a one-time link.
    func invite() async throws -> Reply {
        try await attempt {
            let path = visit.tree.path(ofInvitation: try await visit.model.invite(name))
            let page = InvitationPage(name: name, link: address + path)
            return .page("users/invitation", title: "An invitation", page, status: .created).keptByNobody()
        }
    }

    /// Under which address the browser reaches the site; where it serves if the browser does not say.
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
