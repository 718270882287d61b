import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@testable import DjetEngine

/// A client's preference for a call or an offload (RFC 7240).
@Suite struct PreferenceTests {
    static func ask(_ site: TestSite, _ program: Program, _ path: String, _ prefer: String?, _ body: String)
        async throws -> TestAnswer
    {
        let headers = program.headers + [FunctionEngineTests.json] + (prefer.map { ["Prefer: \($0)"] } ?? [])
        return try await site.ask("POST", path, headers, body: body)
    }

    @Test func withoutAWorkerThereIsATicket() async throws {
        try await withFunctions { site, database in
            let program = try await Program("ada", roles: [], site)
            for (prefer, applied) in [
                ("respond-async", "respond-async"), ("wait=0", "wait=0"),
                ("respond-async, wait=1", "respond-async, wait=1"), ("wait=1", "wait=1"),
            ] {
                let answer = try await Self.ask(site, program, "/echo", prefer, #"{"text":"hi"}"#)
                #expect(answer.status == 202, "\(prefer)")
                #expect(answer["preference-applied"] == applied)
                #expect(answer["location"]?.hasPrefix("/tickets/default.") == true)
            }
            let users = try await database.store.rows(
                "select distinct environment ->> 'user' from jobmachine.job", as: String.self)
            #expect(users == ["ada"])
        }
    }

    @Test func aServerThatStopsGivesWhoWaitsTheTicket() async throws {
        let (answer, began) = try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            let listener = site.site.model.store.listener
            let waiters = listener.subscriberCount
            let wait = Task { try await Self.ask(site, program, "/echo", "wait=60", #"{"text":"hi"}"#) }
            try await until { listener.subscriberCount > waiters }
            return (wait, ContinuousClock.now)
        }
        let ticket = try await answer.value
        #expect(ticket.status == 202 && ticket["location"]?.hasPrefix("/tickets/default.") == true)
        #expect(began.duration(to: .now) < .seconds(50))
    }

    @Test func whoCannotWaitAnyLongerIsNotToldToTryAgain() async throws {
        let id = try #require(TicketID("default.1"))
        let offloaded = OffloadedFunction(id: id) { throw StoreError(.connectionLost, "it is gone") }
        let value = try await offloaded.value(within: 60)
        #expect(value == nil, "the ticket tells")
    }

    @Test func aGuestGetsNoTicketThatNobodyCouldFollow() async throws {
        let open = NodeSeed(
            "/open", "function", title: "Open", columns: ["function": .text(Echo.name)],
            access: [Role.everyone: [.view, .use]])
        try await withFunctions(seeds: [open]) { site, database in
            for prefer in [["Prefer: respond-async"], ["Prefer: wait=1"], []] {
                let answer = try await site.ask(
                    "POST", "/open", [FunctionEngineTests.json] + prefer, body: #"{"text":"hi"}"#)
                #expect(answer.status == (prefer.isEmpty ? 200 : 401), "\(prefer)")
            }
            let page = try await site.ask("GET", "/open", ["Accept: text/html"])
            #expect(page.body.contains("Call now") && !page.body.contains("in the background"))
            let jobs = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(jobs == 0)
        }
    }

    @Test func whatIsNoPreferenceIsNone() async throws {
        try await withFunctions { site, _ in
            let program = try await Program("ada", roles: [], site)
            for (prefer, status) in [
                (";", 200), (";;, ,", 200), ("wait=", 200), ("wait=9223372036854775808", 200),
                ("wait=0,;", 202), ("wait=-1;x", 202),
            ] {
                let answer = try await Self.ask(site, program, "/echo", prefer, #"{"text":"hi"}"#)
                #expect(answer.status == status, "\(prefer): \(answer.body)")
            }
        }
    }

    @Test(arguments: [
        ("/parcel", FunctionEngineTests.parcel), ("/echo", #"{"text":"\u00e6\n\"<"}"#), ("/totals", "{}"),
        ("/refuse", #"{"way":"model"}"#), ("/refuse", #"{"way":"own"}"#), ("/refuse", #"{"way":"sql"}"#),
    ])
    func whoWaitsIsAnsweredAsWhoCalls(path: String, body: String) async throws {
        try await withFunctions(worker: true) { site, _ in
            let program = try await Program("ada", roles: [], site)
            let called = try await Self.ask(site, program, path, nil, body)
            let waited = try await Self.ask(site, program, path, "wait=30", body)
            #expect(called.status == waited.status)
            #expect(called.body == waited.body)
            #expect(called["content-type"] == waited["content-type"])
            #expect(called["preference-applied"] == nil)
        }
    }
}
