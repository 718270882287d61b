import DjetEngine
import DjetModel
import DjetTestSupport

/// A program with an API token, or a browser with a session, that sends requests to a site.
struct Program: Sendable {
    let site: TestSite
    let headers: [String]
    /// The token that each form of a session carries.
    let csrf: String

    /// Makes a program that acts for a new user with these roles.
    init(_ name: String, roles: Set<String>, _ site: TestSite) async throws {
        let model = site.site.model
        try await model.addUser(name, roles: roles)
        let request = TokenRequest(purpose: "Test", rights: Set(Right.allCases))
        let token = try await model.addToken(request, for: name)
        self.init(site: site, headers: ["Authorization: Bearer \(token.token)"], csrf: "")
    }

    private init(site: TestSite, headers: [String], csrf: String) {
        self.site = site
        self.headers = headers
        self.csrf = csrf
    }

    /// Makes a browser in which a new user has signed in.
    static func browser(_ name: String, roles: Set<String>, _ site: TestSite) async throws -> Program {
        let model = site.site.model
        try await model.addUser(name, roles: roles)
        let invitation = try await model.invite(name)
        let signedIn = try await model.acceptInvitation(invitation, password: "correct horse battery")
        return Program(
            site: site, headers: ["Cookie: __Host-djet=\(signedIn.token)", "Accept: text/html"],
            csrf: signedIn.session.csrf)
    }

    func get(_ path: String, _ more: String...) async throws -> TestAnswer {
        try await site.ask("GET", path, headers + more)
    }

    /// Posts JSON.
    func post(_ path: String, _ body: String) async throws -> TestAnswer {
        try await site.ask("POST", path, headers + ["Content-Type: application/json"], body: body)
    }

    /// Posts an HTML form, as a browser encodes it.
    func post(_ path: String, form: KeyValuePairs<String, String>) async throws -> TestAnswer {
        var flags = ["--data-urlencode", "csrf=\(csrf)"]
        for (name, value) in form { flags += ["--data-urlencode", "\(name)=\(value)"] }
        return try await site.ask("POST", path, headers, flags: flags)
    }
}
