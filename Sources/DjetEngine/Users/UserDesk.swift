import DjetModel
import HTTPTypes

/// The user whom a path names, in a visit that changes something.
struct UserDesk {
    private let visit: Visit
    private let name: String

    /// Throws `Refusal` unless the visitor is a browser with a session.
    init(_ visit: Visit) throws {
        try visit.demandSession()
        self.visit = visit
        name = visit.parameters["name"] ?? ""
    }

    /// Runs `body` with the user's name, and answers with the user. People see an error on the user's page.
    func change(_ body: (String) async throws -> Void) async throws -> Reply {
        try await attempt {
            try await body(name)
            return .done(visit.path(name), UserLine(try await visit.model.user(name)))
        }
    }

    /// Makes a one-time link and answers with it (201).
    func invite() async throws -> Reply {
        try await attempt {
            let path = visit.tree.path(ofInvitation: try await visit.model.invite(name))
            let page = InvitationPage(name: name, link: address + path)
            return .page("users/invitation", title: "An invitation", page, status: .created).keptByNobody()
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
