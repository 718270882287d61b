import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct QueuesPageTests {
    @Test func aQueueIsPausedAndResumed() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            _ = try await jobs.model.offload(Echo(text: "a"), on: "slow")
            let pause = try await browser.post("/jobs/queues/slow/pause", form: [:])
            #expect(pause.status == 303)
            #expect(pause["location"] == "/jobs/queues")
            let list = try await jobs.json("/jobs/queues")
            let queue = try #require(list["queues"]?.children.first { $0["name"]?.text == "slow" })
            #expect(queue["isPaused"] == .word("true"))
            #expect(queue["pausedBy"]?.text == "bea")
            #expect(try await jobs.page("/jobs/queues").contains("paused</span> since"))
            #expect(try await jobs.watchman.post("/jobs/queues/slow/resume", "{}").status == 200)
            let actions = try await jobs.model.auditEntries().map { "\($0.action) \($0.target)" }
            #expect(Set(actions).isSuperset(of: ["queue.pause slow", "queue.resume slow"]))
        }
    }

    @Test func aQueueIsLimited() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            _ = try await jobs.model.offload(Echo(text: "a"), on: "slow")
            let limit = try await browser.post(
                "/jobs/queues/slow/limit",
                form: ["running": "3", "rate": "10/s", "key": "", "runningPerKey": "", "ratePerKey": ""])
            #expect(limit.status == 303 && limit["location"] == "/jobs/queues", "\(limit.body)")
            #expect(try await jobs.page("/jobs/queues").contains("3 at once, 10/s (0 running)"))
            let list = try await jobs.json("/jobs/queues")
            let queue = try #require(list["queues"]?.children.first { $0["name"]?.text == "slow" })
            #expect(queue["limits"]?.text == "3 at once, 10/s")
            let path = try #require(queue["limitPath"]?.text)
            let wrong = try await jobs.watchman.post(path, #"{"rate": "often"}"#)
            #expect(wrong.status == 422 && wrong.body.contains("is not a rate"), "\(wrong.body)")
            #expect(try await jobs.watchman.post(path, "{}").status == 200)
            let isFree = try await jobs.model.queues().allSatisfy { $0.limit.isEmpty }
            #expect(isFree)
            let actions = try await jobs.model.auditEntries().map { "\($0.action) \($0.target)" }
            #expect(actions.count { $0 == "queue.limit slow" } == 2)
        }
    }

    @Test func aBranchWithoutJobsIsLimited() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            #expect(try await jobs.page("/jobs/queues").contains(#"action="/jobs/queues""#))
            let limit = try await browser.post(
                "/jobs/queues",
                form: [
                    "queue": "gl", "running": "", "rate": "", "key": "customer", "runningPerKey": "1",
                    "ratePerKey": "",
                ])
            #expect(limit.status == 303 && limit["location"] == "/jobs/queues", "\(limit.body)")
            let queue = try #require(try await jobs.model.queues().first { $0.name == "gl" })
            #expect(queue.limit == QueueLimit(key: "customer", runningPerKey: 1))
            let entry = try await jobs.model.auditEntries(AuditFilter(user: "bea")).first
            #expect(entry?.action == "queue.limit" && entry?.target == "gl")
            for (body, status) in [
                (#"{"queue": "gl"}"#, 422), (#"{"rate": "10/s"}"#, 422),
                (#"{"queue": "gl.*", "rate": "10/s"}"#, 422), (#"{"queue": "Gl", "rate": "10/s"}"#, 422),
                (#"{"queue": "gl.tax", "key": "customer"}"#, 409),
            ] {
                let refused = try await jobs.watchman.post("/jobs/queues", body)
                #expect(refused.status == status, "\(body): \(refused.body)")
            }
            #expect(try await jobs.model.queues().map(\.name) == ["gl"], "the empty one removed nothing")
            let reader = try await jobs.person("rea", at: ["/jobs": "{view}"])
            #expect(try await reader.post("/jobs/queues", #"{"queue": "a", "rate": "10/s"}"#).status == 403)
            #expect(!(try await jobs.page("/jobs/queues", by: reader)).contains("Limit a queue"))
        }
    }

    @Test func whatIsBelowAPausedQueueSaysSo() async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(Echo(text: "a"), on: "gl.tax")
            try await jobs.model.pause("gl")
            #expect(try await jobs.page("/jobs/queues").contains("paused</span> with gl"))
        }
    }

    @Test func theListGoesOnBehindTheLastNameOfAPage() async throws {
        try await withJobs { jobs in
            for name in ["c", "a", "b"] { _ = try await jobs.model.offload(Echo(text: "a"), on: name) }
            let list = try await jobs.json("/jobs/queues?limit=2")
            #expect(list["queues"]?.children.compactMap { $0["name"]?.text } == ["a", "b"])
            let counts = list["queues"]?.children.last?["counts"]?.children
            #expect(counts?.first { $0["status"]?.text == "entered" }?["amount"] == .word("1"))
            #expect(list["next"]?.text == "/jobs/queues?after=b&limit=2")
            let rest = try await jobs.json("/jobs/queues?after=b&limit=2")
            #expect(rest["queues"]?.children.compactMap { $0["name"]?.text } == ["c"])
            #expect(rest["next"] == nil && rest["first"]?.text == "/jobs/queues")
        }
    }

    /// Any login that offloads can make names. 10,000 took 4.5 s, and 30,000 stopped the server.
    @Test func ofManyQueuesAPageShowsTheFirst() async throws {
        try await withJobs { jobs in
            try await jobs.database.store.query(
                "insert into jobmachine.queue (name, paused_at) select 'q' || n, now() from generate_series(1, 10000) n"
            )
            let list = try await jobs.json("/jobs/queues")
            #expect(list["queues"]?.children.count == 500)
            #expect(list["next"]?.text?.hasPrefix("/jobs/queues?after=q") == true)
            let page = try await jobs.page("/jobs?queue=q9999")
            #expect(page.components(separatedBy: "<option value=\"q").count == 502)
            #expect(page.contains("<option value=\"q9999\" selected>"))
            let figures = try await jobs.admin.get("/metrics").body
            #expect(figures.components(separatedBy: "djet_queue_paused{").count == 1_001)
        }
    }

    @Test func aNameThatCannotBeAQueueIsRefused() async throws {
        try await withJobs { jobs in
            let answer = try await jobs.watchman.post("/jobs/queues/Not%20one/pause", "{}")
            #expect(answer.status == 422)
            #expect(try await jobs.model.queues().isEmpty)
        }
    }

    @Test func workersAreShownWithWhatTheyRun() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(SleepAnHour())
                try await jobs.database.job(of: ticket) { $0.progress != nil }
                let workers = try await jobs.json("/jobs/workers", by: jobs.watchman)
                let worker = try #require(workers["workers"]?.children.first)
                #expect(worker["isAlive"] == .word("true"))
                #expect(worker["running"]?.children.compactMap { $0["ticket"]?.text } == ["\(ticket)"])
                #expect(try await jobs.page("/jobs/workers").contains("1 of 10 slots busy"))
                try await ticket.cancel()
            }
        }
    }

    @Test func choresAreShownBesideTheWorkers() async throws {
        try await withJobs { jobs in
            let sweep = Chore("sweep", every: .seconds(3600)) { _ in }
            try await jobs.model.declareChores([sweep], of: "shop")
            let early = try await jobs.page("/jobs/workers", by: jobs.watchman)
            #expect(early.contains(">sweep</th>") && early.contains("has not run yet"))
            try await jobs.database.store.query(
                """
                update jobmachine.chore
                set started_at = now(), took = interval '2 seconds', error = 'no <broom>' where name = 'sweep'
                """)
            let page = try await jobs.page("/jobs/workers")
            #expect(page.contains("no &lt;broom&gt;</span>") && page.contains(">djet.settle</th>"))
            let chore = try await jobs.json("/jobs/workers")["chores"]?.children.first
            #expect(chore?["part"]?.text == "shop" && chore?["every"] == .word("3600"))
            #expect(try await jobs.page("/jobs").contains(#"<a href="/jobs/workers">Workers</a>"#))
        }
    }
}
