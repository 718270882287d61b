import DjetEngine
import DjetModel
import DjetTestSupport

/// A site with two people, Ann and Bob, who leave jobs for later, and an administrator.
struct Tickets: Sendable {
    let database: TestDatabase
    let site: TestSite
    /// On behalf of nobody.
    let model: Model
    private let tokens: [String: String]

    var ann: Model { model.acting(as: "ann") }
    var bob: Model { model.acting(as: "bob") }

    init(_ database: TestDatabase, _ site: TestSite, _ model: Model) async throws {
        self.database = database
        self.site = site
        self.model = model
        var tokens: [String: String] = [:]
        for (name, roles) in [("ann", []), ("bob", []), ("root", ["administrator"])]
            as [(String, Set<String>)]
        {
            try await model.addUser(name, roles: roles)
            let request = TokenRequest(title: "Test", scopes: Set(Right.allCases), below: nil, days: 1)
            tokens[name] = try await model.acting(as: name).addToken(request, for: name).token
        }
        self.tokens = tokens
    }

    /// The header that makes a request somebody's.
    func token(of name: String) -> String { "Authorization: Bearer \(tokens[name] ?? "")" }

    /// Asks on behalf of somebody.
    func ask(
        _ name: String, _ path: String, method: String = "GET", _ headers: [String] = []
    ) async throws -> TestAnswer {
        try await site.ask(method, path, [token(of: name)] + headers)
    }

    /// Follows a ticket on behalf of Ann.
    func follow(_ ticket: TicketID, after: String? = nil) throws -> TestStream {
        let headers = [token(of: "ann")] + (after.map { ["Last-Event-ID: \($0)"] } ?? [])
        return try TestStream("\(site.address)/tickets/\(ticket)/events", headers)
    }

    /// A session's cookie, and the token that its forms carry.
    func signIn(_ name: String) async throws -> (cookie: String, csrf: String) {
        let invitation = try await model.invite(name)
        let signedIn = try await model.acceptInvitation(invitation, password: "correct horse battery")
        return ("Cookie: __Host-djet=\(signedIn.token)", signedIn.session.csrf)
    }
}

func withTickets<Result: Sendable>(
    limits: SiteLimits = SiteLimits(), _ body: (Tickets) async throws -> Result
) async throws -> Result {
    try await withDatabase { database in
        try await database.cheapenPasswords()
        let model = database.model(testFunctions)
        return try await withSite(model, limits: limits) { site in
            try await body(Tickets(database, site, model))
        }
    }
}
