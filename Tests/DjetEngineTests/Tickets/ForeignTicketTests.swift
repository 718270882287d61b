import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A client that guesses numbers learns nothing.
@Suite struct ForeignTicketTests {
    private static let tails = ["", "/events", "/files/1", "/files/1/a.txt"]

    @Test(arguments: [true, false])
    func aForeignTicketIsLikeOneThatIsNotThere(byCookie: Bool) async throws {
        try await withTickets { tickets in
            let file = try await tickets.ann.storeFile(name: "a", mimeType: "text/plain") {
                try await $0.write("x")
            }
            let foreign = try await tickets.ann.offload(
                kind: "test.echo", arguments: #"{"file": \#(file.id), "name": "a", "mimeType": "b"}"#)
            #expect(file.id == 1)
            let missing = TicketID(queue: "default", number: foreign.number + 1000)
            let who = byCookie ? try await tickets.signIn("bob").cookie : tickets.token(of: "bob")
            for tail in Self.tails {
                for accept in ["Accept: text/html", "Accept: application/json"] {
                    let one = try await tickets.site.ask("GET", "/tickets/\(foreign)\(tail)", [who, accept])
                    let other = try await tickets.site.ask(
                        "GET", "/tickets/\(missing)\(tail)", [who, accept])
                    #expect(one.status == 404)
                    #expect(Self.said(one, foreign) == Self.said(other, missing), "\(tail)")
                }
            }
            let cancel = try await tickets.ask("bob", "/tickets/\(foreign)/cancel", method: "POST")
            let nothing = try await tickets.ask("bob", "/tickets/\(missing)/cancel", method: "POST")
            #expect(Self.said(cancel, foreign) == Self.said(nothing, missing))
            #expect(try await tickets.ask("ann", "/tickets/\(foreign)/files/1").status == 200)
        }
    }

    @Test(arguments: [
        "x", "1", "default", "default.", "default.x", "default.+1", "default.01", "slow.1", "default.%201",
    ])
    func whatIsNoTicketIsNotThereEither(name: String) async throws {
        try await withTickets { tickets in
            _ = try await tickets.ann.offload(Echo(text: "a"))
            #expect(try await tickets.ask("ann", "/tickets/\(name)").status == 404)
        }
    }

    @Test func whoMaySeeArgumentsSeesEverybodysTickets() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(Echo(text: "a")).id
            let nobodys = try await tickets.model.offload(Echo(text: "a")).id
            for id in [ticket, nobodys] {
                #expect(try await tickets.ask("root", "/tickets/\(id)").status == 200)
                #expect(try await tickets.ask("bob", "/tickets/\(id)").status == 404)
            }
        }
    }

    @Test func whoHasNotSignedInIsAskedToWhateverTheTicket() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(Echo(text: "a")).id
            for path in [
                "/tickets", "/tickets/\(ticket)", "/tickets/default.99", "/tickets/\(ticket)/events",
            ] {
                #expect(try await tickets.site.ask("GET", path).status == 401)
            }
        }
    }

    /// Returns an answer's lines without those that vary between requests, and without the ticket's number.
    private static func said(_ answer: TestAnswer, _ ticket: TicketID) -> [String] {
        let head = answer.headers.filter { !["date", "x-request-id"].contains($0.key) }
        let lines = head.map { "\($0.key): \($0.value)" }.sorted() + ["\(answer.status)", answer.body]
        return lines.map { $0.replacing("\(ticket)", with: "TICKET") }.map { line in
            // Their values depend on the number's length.
            line.hasPrefix("content-length") || line.hasPrefix("etag") ? "" : line
        }
    }
}
