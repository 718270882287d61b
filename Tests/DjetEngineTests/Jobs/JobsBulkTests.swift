import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct JobsBulkTests {
    @Test func theSelectedJobsAreCancelled() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            let tickets = try await jobs.model.offload((0..<4).map { Twice(number: $0) })
            let answer = try await browser.post(
                "/jobs/bulk",
                form: [
                    "job": "\(tickets[0])", "job": "\(tickets[2])", "action": "cancel", "queue": "default",
                    "status": "",
                ])
            #expect(answer.status == 303)
            let place = try #require(answer["location"])
            #expect(place == "/jobs?queue=default&action=cancel&of=2&done=2")
            let list = try await browser.get(place)
            #expect(list.body.contains("<p>Done (cancel): 2 of 2 jobs.</p>"), "others may still fit")
            #expect(try await tickets[0].status == .cancelled)
            #expect(try await tickets[1].status == .entered)
            let entries = try await jobs.model.auditEntries(AuditFilter(user: "bea"))
            #expect(entries.first?.action == "jobs.cancel")
            let each = try await jobs.model.auditEntries(AuditFilter(user: "bea", action: "job.cancel"))
            #expect(Set(each.map(\.target)) == ["\(tickets[0])", "\(tickets[2])"])
            #expect(each.allSatisfy { $0.detail["status"]?.text == "cancelled" && $0.address == "127.0.0.1" })
        }
    }

    @Test func allThatFitAreChangedAfterTheirNumberIsTold() async throws {
        try await withJobs { jobs in
            let tickets = try await jobs.model.offload((0..<3).map { Twice(number: $0) }, on: "slow")
            let other = try await jobs.model.offload(Echo(text: "stays"))
            let question = try await jobs.json("/jobs/bulk?action=cancel&queue=slow", by: jobs.watchman)
            #expect(question["amount"] == .word("3"))
            #expect(question["areMoreLeft"] == .word("false"))
            let page = try await jobs.page("/jobs/bulk?action=cancel&queue=slow")
            #expect(page.contains("Live jobs that match the filters: <strong>3</strong>"))
            let answer = try await jobs.watchman.post(
                "/jobs/bulk", #"{"action": "cancel", "all": true, "queue": "slow"}"#)
            #expect(answer.status == 200)
            #expect(try JSONReader.tree(of: answer.body)["done"] == .word("3"))
            for ticket in tickets { #expect(try await ticket.status == .cancelled) }
            #expect(try await other.status == .entered)
            let back = try await jobs.watchman.post("/jobs/bulk", #"{"action": "retry", "all": true}"#)
            #expect(try JSONReader.tree(of: back.body)["done"] == .word("3"))
            for ticket in tickets { #expect(try await ticket.status == .entered) }
            for action in ["job.cancel", "job.retry"] {
                let each = try await jobs.model.auditEntries(AuditFilter(user: "otto", action: action))
                #expect(Set(each.map(\.target)) == Set(tickets.map { "\($0)" }), "\(action)")
            }
        }
    }

    @Test func aTextThatIsTooLongIsRefused() async throws {
        try await withJobs { jobs in
            for (count, status) in [(200, 200), (201, 422)] {
                let text = String(repeating: "x", count: count)
                let answer = try await jobs.admin.post(
                    "/jobs/bulk", #"{"action": "cancel", "all": true, "text": "\#(text)"}"#)
                #expect(answer.status == status, "\(answer.body)")
            }
        }
    }

    @Test func endedJobsAreDeletedAfterTheirNumberIsTold() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            let tickets = try await jobs.model.offload((0..<3).map { Twice(number: $0) }, on: "slow")
            let live = try await jobs.model.offload(Echo(text: "stays"), on: "slow")
            for ticket in tickets { try await ticket.cancel() }
            let list = try await browser.get("/jobs?queue=slow")
            #expect(list.body.contains(">Delete selected</button>"))
            #expect(list.body.contains(">Delete all that match …</a>"))
            let selected = try await browser.post(
                "/jobs/bulk",
                form: ["job": "\(tickets[0])", "job": "\(live)", "action": "delete", "queue": "slow"])
            #expect(selected["location"] == "/jobs?queue=slow&action=delete&of=2&done=1")
            let question = try await browser.get("/jobs/bulk?action=delete&queue=slow")
            #expect(question.body.contains("<h1>Delete jobs</h1>"))
            #expect(question.body.contains("Ended jobs that match the filters: <strong>2</strong>"))
            #expect(question.body.contains("Files stay until their retention is over."))
            let all = try await browser.post(
                "/jobs/bulk", form: ["all": "true", "action": "delete", "queue": "slow"])
            #expect(all["location"] == "/jobs?queue=slow&action=delete&of=2&done=2")
            let left = try await jobs.tickets()
            #expect(left == ["\(live)"])
            let each = try await jobs.model.auditEntries(AuditFilter(user: "bea", action: "job.delete"))
            #expect(Set(each.map(\.target)) == Set(tickets.map { "\($0)" }))
        }
    }

    @Test func theQuestionKeepsTheTag() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"), tags: ["trial"])
            let page = try await jobs.page("/jobs/bulk?action=cancel&tag=trial")
            #expect(page.contains(#"<input type="hidden" name="tag" value="trial">"#))
            #expect(page.contains("<dt>Tag</dt><dd>trial</dd>"))
            #expect(try await ticket.status == .entered)
        }
    }

    @Test(arguments: [
        "{}", #"{"action": "burn", "all": true}"#, #"{"action": "cancel"}"#,
        #"{"action": "cancel", "all": true, "job": ["default.1"]}"#,
        #"{"action": "cancel", "job": ["nonsense"]}"#,
        #"{"action": "cancel", "all": false}"#,
        #"{"action": "cancel", "all": true, "worker": 2147483648}"#,
    ])
    func whatMakesNoSenseIsRefusedAndChangesNothing(body: String) async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"))
            #expect(try await jobs.admin.post("/jobs/bulk", body).status == 422)
            #expect(try await ticket.status == .entered)
        }
    }

    @Test func whoMayNotSeeArgumentsCannotChooseByThem() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"))
            let answer = try await jobs.watchman.post(
                "/jobs/bulk", #"{"action": "cancel", "all": true, "text": "a"}"#)
            #expect(answer.status == 403)
            #expect(try await jobs.watchman.get("/jobs/bulk?action=cancel&text=a").status == 403)
            #expect(try await ticket.status == .entered)
        }
    }
}
