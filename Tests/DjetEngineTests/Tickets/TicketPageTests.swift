import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct TicketPageTests {
    private let html = "Accept: text/html"

    @Test func aLivePageSaysHowItGoesOn() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(Echo(text: "<script>alert(1)</script>")).id
            let page = try await tickets.ask("ann", "/tickets/\(ticket)", [html])
            #expect(page.status == 200)
            #expect(page.body.contains(#"data-ticket="/tickets/default.1/events?after=0-"#))
            #expect(page.body.contains(#"<noscript><meta http-equiv="refresh""#))
            #expect(page.body.contains(#"action="/tickets/default.1/cancel""#))
            #expect(!page.body.contains("<script>alert"))
            #expect(page.body.contains("&lt;script&gt;alert(1)"))
        }
    }

    @Test func aPageAndItsStreamFitTogether() async throws {
        try await withTickets { tickets in
            try await tickets.database.withGate(1) { open in
                let ticket = try await tickets.ann.offload(WriteLog(lines: 3, gate: 1)).id
                try await withWorker(tickets.model) {
                    try await tickets.database.wait(on: "jobmachine.\(ticket)") {
                        try await tickets.model.log(of: ticket).count == 3
                    }
                    let page = try JSONReader.tree(
                        of: try await tickets.ask("ann", "/tickets/\(ticket)").body)
                    #expect(page["log"]?.children.count == 3)
                    #expect(page["progress"]?["done"] == .word("3"))
                    let address = tickets.site.address + (page["eventsPath"]?.text ?? "")
                    let stream = try TestStream(address, [tickets.token(of: "ann")])
                    try await open()
                    #expect(try await stream.all().map(\.name) == ["log", "state", "reply"])
                }
            }
        }
    }

    @Test func anEndedJobHasItsReplyAndNothingLive() async throws {
        try await withTickets { tickets in
            try await withWorker(tickets.model) {
                let ticket = try await tickets.ann.offload(Echo(text: "<b>done</b>"))
                _ = try await ticket.value
                let json = try await tickets.ask("ann", "/tickets/\(ticket)")
                let tree = try JSONReader.tree(of: json.body)
                #expect(tree["status"]?.text == "finished")
                #expect(tree["reply"]?.text == "<b>done</b>")
                #expect(tree["isLive"] == .word("false"))
                #expect(tree["shown"] == nil)
                #expect(tree["cancelPath"] == nil)
                let page = try await tickets.ask("ann", "/tickets/\(ticket)", [html])
                #expect(page.body.contains("&lt;b&gt;done&lt;/b&gt;"))
                for live in ["data-ticket", "http-equiv", "<progress", "/cancel"] {
                    #expect(!page.body.contains(live), "\(live)")
                }
            }
        }
    }

    @Test func aFailureIsShown() async throws {
        try await withTickets { tickets in
            try await withWorker(tickets.model) {
                let ticket = try await tickets.ann.offload(Refuse(.model))
                _ = try? await ticket.value
                let page = try await tickets.ask("ann", "/tickets/\(ticket)", [html])
                #expect(page.body.contains("order 7 has not shipped"))
                #expect(page.body.contains(#"<span class="status error""#))
            }
        }
    }

    @Test func whenItIsTriedAgainIsSaidUntilItIs() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(SleepAnHour()).id
            let (store, queue) = (tickets.model.store, tickets.model.queue)
            func claim() async throws {
                try await store.query(queue.claim("default", worker: 1, amount: 1, floors: []))
            }
            func page() async throws -> String {
                try await tickets.ask("ann", "/tickets/\(ticket)", [html]).body
            }
            try await tickets.database.enterWorker(1)
            try await claim()
            try await store.query(
                queue.fail(
                    worker: 1, id: ticket.number, attempt: 1,
                    failure: #"{"type":"Full","message":"the disk is full"}"#, delay: .seconds(3_600)))
            let waiting = try await page()
            #expect(waiting.contains("the disk is full") && waiting.contains("next attempt"))
            _ = try await tickets.model.retry(ticket)
            try await claim()
            let running = try await page()
            #expect(running.contains("the disk is full") && running.contains("Attempt 2 of"))
            #expect(!running.contains("next attempt"))
        }
    }

    @Test func waitingForTheEndIsALongPoll() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(Echo(text: "a"))
            let short = try await tickets.ask("ann", "/tickets/\(ticket)", ["Prefer: wait=0"])
            #expect(short["preference-applied"] == "wait=0")
            #expect(short.body.contains(#""status":"entered""#))
            let waiters = tickets.model.store.listener.subscriberCount
            async let long = tickets.ask("ann", "/tickets/\(ticket)", ["Prefer: wait=3600"])
            try await until { tickets.model.store.listener.subscriberCount > waiters }
            let began = ContinuousClock.now
            try await withWorker(tickets.model) { _ = try await ticket.value }
            let answer = try await long
            #expect(answer["preference-applied"] == "wait=60")
            #expect(answer.body.contains(#""status":"finished""#))
            #expect(began.duration(to: .now) < .seconds(50))
        }
    }

    @Test func aServerThatStopsDoesNotWaitForLongPolls() async throws {
        let (answer, began) = try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(Echo(text: "a"))
            let waiters = tickets.model.store.listener.subscriberCount
            let poll = Task { try await tickets.ask("ann", "/tickets/\(ticket)", ["Prefer: wait=60"]) }
            try await until { tickets.model.store.listener.subscriberCount > waiters }
            return (poll, ContinuousClock.now)
        }
        #expect(try await answer.value.status == 200)
        #expect(began.duration(to: .now) < .seconds(50))
    }

    @Test func theOwnerCancelsAndNobodyElse() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(SleepAnHour()).id
            let path = "/tickets/\(ticket)/cancel"
            #expect(try await tickets.ask("bob", path, method: "POST").status == 404)
            #expect(try await tickets.model.job(ticket).status == .entered)
            let (cookie, csrf) = try await tickets.signIn("ann")
            let form = [cookie, html, "Content-Type: application/x-www-form-urlencoded"]
            #expect(try await tickets.site.ask("POST", path, form, body: "csrf=x").status == 403)
            let done = try await tickets.site.ask("POST", path, form, body: "csrf=\(csrf)")
            #expect(done.status == 303)
            #expect(done["location"] == "/tickets/\(ticket)")
            #expect(try await tickets.model.job(ticket).status == .cancelled)
            let entries = try await tickets.model.auditEntries().map(\.action)
            #expect(entries.contains("ticket.cancel"))
        }
    }

    @Test func onesOwnJobsAreListed() async throws {
        try await withTickets { tickets in
            let own = try await tickets.ann.offload((0..<51).map { Twice(number: $0) }).map(\.id)
            _ = try await tickets.bob.offload(Twice(number: 99))
            let first = try JSONReader.tree(of: try await tickets.ask("ann", "/tickets").body)
            #expect(first["tickets"]?.children.count == 50)
            let next = try #require(first["next"]?.text)
            let second = try JSONReader.tree(of: try await tickets.ask("ann", next).body)
            #expect(second["tickets"]?.children.map { $0["ticket"]?.text } == ["\(own[0])"])
            #expect(second["next"] == nil)
            let page = try await tickets.ask("ann", "/tickets", [html])
            #expect(page.body.contains(#"href="/tickets/\#(own[50])""#))
        }
    }
}
