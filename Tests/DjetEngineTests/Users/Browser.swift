import DjetModel
import DjetTestSupport
import Testing

/// A simple browser: it keeps the session's cookie and sends forms with the session's token.
struct Browser: Sendable {
    static let html = "Accept: text/html"
    static let form = "Content-Type: application/x-www-form-urlencoded"

    let site: TestSite
    let token: String
    let csrf: String

    init(_ site: TestSite, _ signedIn: SignedIn) {
        self.site = site
        token = signedIn.token
        csrf = signedIn.session.csrf
    }

    /// The header that a browser would send.
    var cookie: String { "Cookie: __Host-djet=\(token)" }

    func get(_ path: String, _ headers: [String] = []) async throws -> TestAnswer {
        try await site.ask("GET", path, [Self.html, cookie] + headers)
    }

    /// Posts a form with the session's token, as the page itself would.
    func post(_ path: String, _ fields: String = "", _ headers: [String] = []) async throws -> TestAnswer {
        try await send(path, "csrf=\(csrf)&\(fields)", headers)
    }

    /// Posts a form as it is.
    func send(_ path: String, _ body: String, _ headers: [String] = []) async throws -> TestAnswer {
        try await site.ask("POST", path, [Self.html, Self.form, cookie] + headers, body: body)
    }

    /// True if it is still signed in.
    var isIn: Bool {
        get async throws { try await get("/account").status == 200 }
    }
}

extension TestSite {
    /// Posts a form without a cookie.
    func submit(_ path: String, _ body: String, _ headers: [String] = []) async throws -> TestAnswer {
        try await ask("POST", path, [Browser.html, Browser.form] + headers, body: body)
    }
}

/// Runs `body` on a site where `root`, an administrator, and `ada` are signed in.
func withUserSite<Result: Sendable>(
    _ body: (People, TestSite, _ root: Browser, _ ada: Browser) async throws -> Result
) async throws -> Result {
    try await withPeople { people in
        try await withSite(people.model) { site in
            let stranger = people.stranger()
            let root = try await stranger.signIn("root", password: People.password)
            let ada = try await stranger.signIn("ada", password: People.password)
            return try await body(people, site, Browser(site, root), Browser(site, ada))
        }
    }
}
