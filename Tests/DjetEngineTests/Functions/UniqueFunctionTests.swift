import DjetJSON
import DjetModel
import DjetTestSupport
import Testing

@testable import DjetEngine

/// Functions whose jobs are unique, at nodes.
@Suite struct UniqueFunctionTests {
    @Test func allWhoAskGetOneTicketAndSeeIt() async throws {
        try await withFunctions { site, _ in
            let ada = try await Program("ada", roles: [], site)
            let bob = try await Program("bob", roles: [], site)
            let eve = try await Program("eve", roles: [], site)
            let first = try await ask(site, ada, "/shared")
            let second = try await ask(site, bob, "/shared")
            #expect((first.status, second.status) == (202, 202), "\(second.body)")
            let location = try #require(first["location"])
            #expect(second["location"] == location)
            #expect(try await ada.get(location).status == 200)
            #expect(try await bob.get(location).status == 200)
            #expect(try await eve.get(location).status == 404)
            // To see it is not to cancel it.
            let cancel = try await site.ask("POST", "\(location)/cancel", bob.headers)
            #expect(cancel.status == 403, "\(cancel.body)")
        }
    }

    @Test func whoIsRefusedIsToldTheTicket() async throws {
        try await withFunctions { site, _ in
            let ada = try await Program("ada", roles: [], site)
            let first = try await ask(site, ada, "/lone")
            #expect(first.status == 202)
            let second = try await ask(site, ada, "/lone")
            #expect(second.status == 409)
            let problem = try JSON.value(Problem.self, from: second.body)
            #expect(problem.ticket.map { "/tickets/\($0)" } == first["location"])
            let browser = try await Program.browser("bob", roles: [], site)
            let page = try await browser.form("/lone", ["_way": "background"])
            #expect(page.status == 409 && page.body.contains("does the same already"), "\(page.body)")
        }
    }

    @Test func theAuditTellsOfAllWhoGotTheTicket() async throws {
        try await withFunctions { site, database in
            let ada = try await Program("ada", roles: [], site)
            let bob = try await Program("bob", roles: [], site)
            let shared = try #require(try await ask(site, ada, "/shared")["location"])
            #expect(try await ask(site, bob, "/shared").status == 202)
            let lone = try #require(try await ask(site, ada, "/lone")["location"])
            #expect(try await ask(site, bob, "/lone").status == 409, "it leaves no entry")
            let entries = try await database.model().auditEntries(AuditFilter(action: "function.offload"))
            #expect(entries.map(\.userName) == ["ada", "bob", "ada"])
            #expect(entries.map(\.target) == [LoneErrand.name, SharedErrand.name, SharedErrand.name])
            let tickets = entries.map { "/tickets/\($0.detail["ticket"]?.text ?? "")" }
            #expect(tickets == [lone, shared, shared])
        }
    }

    private func ask(_ site: TestSite, _ program: Program, _ path: String) async throws -> TestAnswer {
        try await PreferenceTests.ask(site, program, path, "respond-async", "{}")
    }
}

/// Its second offload gets the ticket of the first.
struct SharedErrand: ModelFunction {
    static let name = "test.shared-errand"
    static var unique: Unique? { Unique() }

    func run(in model: Model) async throws -> Nothing { Nothing() }
}

/// Its second offload is refused.
struct LoneErrand: ModelFunction {
    static let name = "test.lone-errand"
    static var unique: Unique? { Unique(otherwise: .refuse) }

    func run(in model: Model) async throws -> Nothing { Nothing() }
}
