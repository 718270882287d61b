import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Signals on the pages of jobs and tickets.
@Suite struct SignalPageTests {
    @Test func aParkedJobSaysForWhatItWaits() async throws {
        try await withParked { jobs, ticket in
            let job = try await jobs.json("/jobs/\(ticket)")
            let signal = try #require(job["signals"]?.children.first)
            #expect(signal["name"]?.text == "payment")
            #expect(signal["sendPath"]?.text == "/jobs/\(ticket)/signals/payment")
            for path in ["/jobs/\(ticket)", "/tickets/\(ticket)"] {
                let page = try await jobs.page(path)
                #expect(page.contains("Waiting for the signal “payment” until"), "\(path)")
                #expect(page.contains(#"action="\#(path)/signals/payment""#), "\(path)")
            }
            let list = try await jobs.page("/jobs")
            #expect(list.contains("waits for the signal “payment” until"))
        }
    }

    @Test func aSignalIsSentAndAudited() async throws {
        try await withParked { jobs, ticket in
            let sent = try await jobs.admin.post("/jobs/\(ticket)/signals/payment", #"{"amount": 7}"#)
            #expect(sent.status == 200)
            let answer = try JSONReader.tree(of: sent.body)
            let signal = try #require(answer["signals"]?.children.first)
            #expect(signal["sentBy"]?.text == "ada")
            #expect(signal["sendPath"] == nil)
            let value = try await jobs.database.store.first(
                "select value ->> 'amount' from jobmachine.sent_signal", as: String.self)
            #expect(value == "7")
            let status = try await jobs.model.job(ticket).status
            #expect(status == .entered)
            let entries = try await jobs.model.auditEntries()
            let entry = try #require(entries.first { $0.action == "job.signal" })
            #expect(entry.target == "\(ticket)" && entry.userName == "ada")
            let other = try await jobs.admin.post("/jobs/\(ticket)/signals/payment", "8")
            #expect(other.status == 409)
            let odd = try await jobs.admin.post("/jobs/\(ticket)/signals/Payment", "8")
            #expect(odd.status == 422)
        }
    }

    @Test func aFormSendsJSON() async throws {
        try await withParked { jobs, ticket in
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            let path = "/tickets/\(ticket)/signals/payment"
            let wrong = try await browser.post(path, form: ["value": "yes"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("the value is not JSON"))
            let sent = try await browser.post(path, form: ["value": "\"yes\""])
            #expect(sent.status == 303)
            let value = try await jobs.database.store.first(
                "select value #>> '{}' from jobmachine.sent_signal", as: String.self)
            #expect(value == "yes")
        }
    }

    @Test func itTakesARightOfItsOwn() async throws {
        try await withParked { jobs, ticket in
            let operated = try await jobs.watchman.post("/jobs/\(ticket)/signals/payment", "7")
            #expect(operated.status == 403)
            let page = try await jobs.page("/jobs/\(ticket)", by: jobs.watchman)
            #expect(page.contains("Waiting for the signal “payment”"))
            #expect(!page.contains("/signals/payment"))
            // Whoever offloaded a job does not approve it thereby.
            let owner = try await Program("ann", roles: [], jobs.site)
            let own = try await owner.post("/tickets/\(ticket)/signals/payment", "7")
            #expect(own.status == 403)
        }
    }

    @Test func whoeverSeesTheJobSendsItAtTheTicketToo() async throws {
        try await withParked { jobs, ticket in
            let path = "/tickets/\(ticket)/signals/payment"
            let clerk = try await jobs.person(
                "cleo", at: ["/jobs": "{view}", "/tickets": "{view,use,signal}"])
            let sent = try await clerk.post(path, "7")
            #expect(sent.status == 200, "\(sent.body)")
            let page = try JSONReader.tree(of: sent.body)
            #expect(page["path"]?.text == "/jobs/\(ticket)" && page["signals"]?.children.count == 1)
            #expect(!sent.body.contains("label"), "the arguments take a right")
            #expect(try await clerk.get("/jobs/\(ticket)").status == 200)
            #expect(try await clerk.get("/tickets/\(ticket)").status == 404)
            let cancel = try await clerk.post("/tickets/\(ticket)/cancel", "{}")
            #expect(cancel.status == 403 && cancel.body.contains("“operate”"), "\(cancel.body)")
        }
    }

    @Test func whoeverDoesNotSeeTheJobIsToldWhatWouldShowIt() async throws {
        try await withParked { jobs, ticket in
            let blind = try await jobs.person("bo", at: ["/jobs": "{}", "/tickets": "{view,use,signal}"])
            let hidden = try await blind.post("/tickets/\(ticket)/signals/payment", "7")
            let missing = try await blind.post("/tickets/default.99/signals/payment", "7")
            #expect(hidden.status == 404 && hidden.body.contains("“arguments”"), "\(hidden.body)")
            let others = hidden.body.replacing("\(ticket)", with: "default.99")
            #expect(others == missing.body, "a guesser of numbers learns nothing")
            let mute = try await jobs.person("mo", at: ["/jobs": "{view}"])
            let refused = try await mute.post("/tickets/\(ticket)/signals/payment", "7")
            #expect(refused.status == 403 && refused.body.contains("“signal”"), "\(refused.body)")
        }
    }

    /// Calls `body` with a job of ann's that is parked on a signal.
    private func withParked(_ body: (JobsSite, TicketID) async throws -> Void) async throws {
        try await withJobs { jobs in
            let (model, store) = (jobs.model, jobs.database.store)
            let ticket = try await model.acting(as: "ann").offload(ThreeSteps(label: "a")).id
            try await jobs.database.enterWorker(1)
            try await store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await store.query(
                model.queue.awaitSignal(
                    "payment", worker: 1, id: ticket.number, attempt: 1, within: .seconds(3600)))
            try await store.query(
                model.queue.park(worker: 1, id: ticket.number, attempt: 1, signal: "payment"))
            try await body(jobs, ticket)
        }
    }
}
