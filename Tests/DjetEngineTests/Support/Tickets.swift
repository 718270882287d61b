import DjetEngine
import DjetModel
import DjetTestSupport
import Testing

/// A site with an administrator and two people, Ann and Bob, who offload jobs.
struct Tickets: Sendable {
    let database: TestDatabase
    let site: TestSite
    /// Acts for nobody.
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
            let request = TokenRequest(purpose: "Test", rights: Set(Right.allCases), below: nil, days: 1)
            tokens[name] = try await model.acting(as: name).addToken(request, for: name).token
        }
        self.tokens = tokens
    }

    /// Returns the header that makes a request this user's.
    func token(of name: String) -> String { "Authorization: Bearer \(tokens[name] ?? "")" }

    /// Sends a request as this user.
    func ask(
        _ name: String, _ path: String, method: String = "GET", _ headers: [String] = []
    ) async throws -> TestAnswer {
        try await site.ask(method, path, [token(of: name)] + headers)
    }

    /// Follows a ticket as Ann.
    func follow(_ ticket: TicketID, after: String? = nil) throws -> TestStream {
        let headers = [token(of: "ann")] + (after.map { ["Last-Event-ID: \($0)"] } ?? [])
        return try TestStream("\(site.address)/tickets/\(ticket)/events", headers)
    }

    /// Stores a file of Ann's that exceeds an unread connection's buffers, and returns its path.
    func longFile() async throws -> String {
        let part = String(repeating: "a", count: 1 << 20)
        let file = try await ann.storeFile(name: "long.txt", mimeType: "text/plain") { file in
            for _ in 0..<32 { try await file.write(part) }
        }
        let ticket = try await ann.offload(
            kind: "test.echo",
            arguments: #"{"file": \#(file.id), "name": "long.txt", "mimeType": "text/plain", "size": 1}"#)
        return "/tickets/\(ticket)/files/\(file.id)"
    }

    /// Begins a download as Ann, and reads its beginning only.
    func beginDownload(_ path: String) async throws -> RawClient {
        let client = try RawClient(site.address)
        client.say("GET \(path) HTTP/1.1\r\nHost: x\r\n\(token(of: "ann"))\r\n\r\n")
        let begun = try await client.hear()
        #expect(begun.hasPrefix("HTTP/1.1 200 "), "\(begun)")
        return client
    }

    /// Returns a session's cookie, and the token that its forms carry.
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
