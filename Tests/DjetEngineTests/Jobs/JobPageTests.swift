import DjetEngine
import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct JobPageTests {
    @Test func aJobIsShownWithAllThereIsToKnow() async throws {
        try await withJobs { jobs in
            let first = try await jobs.model.acting(as: "ann").offload(Echo(text: "a"))
            let second = try await jobs.model.offload(Echo(text: "b"), after: [first.id])
            let job = try await jobs.json("/jobs/\(first)")
            #expect(job["job"]?["owner"]?.text == "ann")
            #expect(job["arguments"]?["text"]?.text == "a")
            #expect(job["waiting"]?.children.compactMap { $0["ticket"]?.text } == ["\(second)"])
            #expect(try await jobs.json("/jobs/\(second)")["needs"]?.children.count == 1)
            #expect(job["cancelPath"]?.text == "/jobs/\(first)/cancel")
            #expect(job["retryPath"] == nil)
            #expect(try await jobs.page("/jobs/\(first)").contains(#"data-live="/jobs/default.1/events""#))
        }
    }

    @Test func itsGroupLeadsToTheListOfItsJobs() async throws {
        try await withJobs { jobs in
            let group = try await jobs.model.offload(group: "trial", [Echo(text: "a"), Echo(text: "b")])
            _ = try await jobs.model.offload(Echo(text: "c"))
            let page = try await jobs.page("/jobs/default.1")
            #expect(page.contains(#"<dt>Group</dt><dd><a href="/jobs?group=\#(group.id)">\#(group.id)</a>"#))
            let listed = try await jobs.json("/jobs?group=\(group.id)")["jobs"]?.children
            #expect(listed?.compactMap { $0["ticket"]?.text } == ["default.2", "default.1"])
            let question = try await jobs.page("/jobs/bulk?action=cancel&group=\(group.id)")
            #expect(question.contains("<dt>Group</dt><dd>\(group.id)</dd>"))
        }
    }

    @Test func theListOfAGroupBeginsWithItsCounts() async throws {
        try await withJobs { jobs in
            let group = try await jobs.model.offload(
                group: "close <month>", [Echo(text: "a"), Echo(text: "b")], then: Twice(number: 2))
            let member = try #require(try await jobs.tickets("?group=\(group.id)").first)
            try await jobs.model.cancel(try #require(TicketID(member)))
            let then = try #require(try await group.status.then)
            let shown = try await jobs.json("/jobs?group=\(group.id)")["group"]
            #expect(shown?["jobs"] == .word("2") && shown?["live"] == .word("1"))
            #expect(shown?["thenPath"]?.text == "/jobs/\(then)")
            let page = try await jobs.page("/jobs?group=\(group.id)", by: jobs.watchman)
            #expect(page.contains(">Group \(group.id), close &lt;month&gt;</h2>"))
            #expect(page.contains("2: 0 finished, 0 failed, 1 cancelled, 1 live"))
            #expect(page.contains(#"href="/jobs/\#(then)">\#(then)</a>"#))
            let none = try await jobs.json("/jobs?group=\(group.id.number + 1)")
            #expect(none["group"] == nil && none["jobs"]?.children.isEmpty == true)
        }
    }

    @Test func argumentsAndRepliesAreForThoseWithTheRight() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(Echo(text: "s3cret"))
                _ = try await ticket.value
                for path in ["/jobs/\(ticket)", "/jobs"] {
                    let json = try await jobs.watchman.get(path)
                    #expect(json.status == 200)
                    #expect(!json.body.contains("s3cret"))
                    #expect(!(try await jobs.page(path, by: jobs.watchman)).contains("s3cret"))
                }
                #expect(try await jobs.page("/jobs/\(ticket)").contains("s3cret"))
            }
        }
    }

    @Test func secretsAreShownToNobody() async throws {
        try await withJobs { jobs in
            let model = try jobs.model.withKeys("a")
            let ticket = try await model.offload(Pay(order: 7, card: "4111-1111"))
            let json = try await jobs.json("/jobs/\(ticket)")
            #expect(json["arguments"]?["card"]?.text == "secret")
            #expect(json["arguments"]?["order"] == .word("7"))
            for path in ["/jobs/\(ticket)", "/jobs"] {
                let page = try await jobs.page(path)
                #expect(!page.contains("4111") && !page.contains("$secret"))
            }
        }
    }

    /// Every text of the job would run as a script if it were not escaped.
    @Test func whatAJobBringsAlongNeverRuns() async throws {
        try await withJobs { jobs in
            let evil =
                #"</textarea></pre><script>alert(1)</script><img src=x onerror=alert(2)>"{{title}}{{{title}}}"#
            try await withWorker(jobs.model) {
                let hostile = jobs.model.acting(as: evil)
                let good = try await hostile.offload(Echo(text: evil))
                _ = try await good.value
                let bad = try await hostile.offload(Refuse(.own))
                _ = try? await bad.value
                try await jobs.database.store.query(
                    """
                    update jobmachine.history set error = jsonb_build_object('type', \(evil)::text, 'message', \(evil)::text)
                    where status = 'error'
                    """)
                try await jobs.database.store.query(
                    "update jobmachine.attempt set error = jsonb_build_object('type', \(evil)::text, 'message', \(evil)::text)"
                )
                for path in [
                    "/jobs", "/jobs/\(good)", "/jobs/\(bad)", "/jobs?user=\(Self.encoded(evil))",
                    "/jobs/workers",
                ] {
                    let page = try await jobs.page(path)
                    #expect(!page.contains("<script>alert"), "\(path)")
                    #expect(!page.contains("<img src=x"), "\(path)")
                    #expect(!page.contains("</textarea></pre>"), "\(path)")
                    #expect(!page.contains(#"">"{{"#), "\(path)")
                }
                #expect(try await jobs.page("/jobs/\(good)").contains("&lt;script&gt;alert(1)"))
                #expect(try await jobs.page("/jobs/\(good)").contains("{{title}}"), "no template, either")
            }
        }
    }

    @Test func aFailureHasAHeadingForPeople() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(Refuse(.model))
                _ = try? await ticket.value
                let job = try await jobs.json("/jobs/\(ticket)")
                #expect(job["errorTitle"]?.text == "Refused")
                #expect(job["errorType"]?.text == "DjetModel.ModelError")
                let page = try await jobs.page("/jobs/\(ticket)")
                #expect(page.contains("<strong>Refused</strong>"))
                #expect(page.contains("<strong>Attempt 1</strong> failed after"))
                #expect(!page.contains("Not before"), "it was never scheduled")
                // As the worker of psql and a shell writes it.
                for table in ["history", "attempt"] {
                    try await jobs.database.store.query(
                        """
                        update jobmachine.\(identifier: table)
                        set error = '{"type": "reply", "message": "no JSON"}' where error is not null
                        """)
                }
                #expect(try await jobs.page("/jobs/\(ticket)").contains("<strong>Invalid reply</strong>"))
            }
        }
    }

    @Test func aScheduledJobSaysWhen() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"), runAt: .distantFuture)
            let page = try await jobs.page("/jobs/\(ticket)")
            #expect(page.contains("Not before") && !page.contains("<dt>Expires</dt>"))
            let brief = try await jobs.model.offload(Echo(text: "a"), expires: .after(.seconds(3_600)))
            #expect(try await jobs.page("/jobs/\(brief)").contains("<dt>Expires</dt><dd><time datetime="))
        }
    }

    @Test func aJobThatIsNotThereIs404() async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(Echo(text: "a"))
            for ticket in [
                "default.4711", "slow.1", "nonsense", "default.1x", "default.", ".1",
                "default.99999999999999999999",
            ] {
                #expect(try await jobs.admin.get("/jobs/\(ticket)").status == 404, "\(ticket)")
                #expect(try await jobs.admin.post("/jobs/\(ticket)/cancel", "{}").status == 404, "\(ticket)")
            }
        }
    }

    @Test func aRunningJobIsCancelledAndAFailedOneRetried() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let sleeping = try await jobs.model.offload(SleepAnHour())
                try await jobs.database.job(of: sleeping) { $0.progress != nil }
                #expect(try await jobs.page("/jobs/\(sleeping)").contains("here"))
                let cancel = try await jobs.watchman.post("/jobs/\(sleeping)/cancel", "{}")
                #expect(cancel.status == 200)
                try await jobs.database.job(of: sleeping) { $0.status == .cancelled }
                let twice = try await jobs.watchman.post("/jobs/\(sleeping)/cancel", "{}")
                #expect(twice.status == 200, "it is cancelled, as was wished")
                let done = try await jobs.model.offload(Echo(text: "a"))
                _ = try await done.value
                #expect(try await jobs.watchman.post("/jobs/\(done)/cancel", "{}").status == 409)
                let retry = try await jobs.watchman.post("/jobs/\(sleeping)/retry", "{}")
                #expect(retry.status == 200)
                try await jobs.database.job(of: sleeping) { $0.status == .processing }
                #expect(try await jobs.watchman.post("/jobs/\(sleeping)/retry", "{}").status == 409)
                try await sleeping.cancel()
                let own = try await jobs.model.auditEntries(AuditFilter(user: "otto")).map(\.action)
                #expect(
                    own.prefix(3) == ["job.retry", "job.cancel", "job.cancel"],
                    "what was refused is undone, its entry too")
            }
        }
    }

    @Test func anEndedJobIsDeleted() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.operator], jobs.site)
            let ticket = try await jobs.model.offload(Echo(text: "a"))
            #expect(try await jobs.json("/jobs/\(ticket)")["deletePath"] == nil)
            let early = try await browser.post("/jobs/\(ticket)/delete", form: [:])
            #expect(early.status == 409)
            try await ticket.cancel()
            #expect(try await jobs.page("/jobs/\(ticket)").contains(#"action="/jobs/\#(ticket)/delete""#))
            let done = try await browser.post("/jobs/\(ticket)/delete", form: [:])
            #expect(done.status == 303 && done["location"] == "/jobs")
            #expect(try await jobs.admin.get("/jobs/\(ticket)").status == 404)
            #expect(try await jobs.watchman.post("/jobs/\(ticket)/delete", "{}").status == 404)
            let entries = try await jobs.model.auditEntries(AuditFilter(user: "bea", action: "job.delete"))
            #expect(entries.map(\.target) == ["\(ticket)"])
            #expect(entries.first?.detail["status"]?.text == "cancelled")
        }
    }

    @Test func aJobRunsAgainWithChangedArguments() async throws {
        try await withJobs { jobs in
            let browser = try await Program.browser("bea", roles: [Role.administrator], jobs.site)
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(Twice(number: 2))
                _ = try await ticket.value
                let again = try await browser.post(
                    "/jobs/\(ticket)/again", form: ["arguments": #"{"number": 21}"#])
                #expect(again.status == 303)
                let place = try #require(again["location"])
                let id = try #require(TicketID(String(place.dropFirst("/jobs/".count))))
                let value = try await jobs.model.ticket(id, of: Int.self).value
                #expect(value == 42)
                let refused = try await browser.post(
                    "/jobs/\(ticket)/again", form: ["arguments": #"{"number": "two</textarea>"}"#])
                #expect(refused.status == 422)
                #expect(refused.body.contains(#"id="arguments-fault""#))
                #expect(refused.body.contains("two&lt;/textarea&gt;"), "what was typed is still there")
                let looked = try await browser.get("/jobs/\(ticket)/again")
                #expect(looked.status == 303 && looked["location"] == "/jobs/\(ticket)", "who looks again")
                let unread = try await jobs.watchman.post("/jobs/\(ticket)/again", #"{"arguments": "{}"}"#)
                #expect(unread.status == 403)
                #expect(try await jobs.watchman.post("/jobs/\(ticket)/again", "{}").status == 200)
            }
        }
    }

    @Test func runningAJobAgainShowsNobodyItsArguments() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.acting(as: "ann").offload(Echo(text: "s3cret"))
            func again(_ program: Program) async throws -> (ticket: String, owner: String?) {
                let answer = try await program.post("/jobs/\(ticket)/again", "{}")
                let job = try JSONReader.tree(of: answer.body)["job"]
                return (try #require(job?["ticket"]?.text), job?["owner"]?.text)
            }
            let anothers = try await again(jobs.watchman)
            #expect(anothers.owner == "ann")
            let shown = try await jobs.watchman.get("/tickets/\(anothers.ticket)")
            #expect(shown.status == 404)
            let entries = try await jobs.model.auditEntries(AuditFilter(user: "otto"))
            #expect(entries.first?.action == "job.again", "the audit tells who it was")
            let own = try await again(jobs.admin)
            #expect(own.owner == "ada")
        }
    }

    @Test func aJobOfSomebodyWithTooManyDoesNotRunAgain() async throws {
        try await withJobs(limits: SiteLimits(jobsPerUser: 1)) { jobs in
            let ticket = try await jobs.model.acting(as: "ann").offload(Echo(text: "a"))
            let refused = try await jobs.watchman.post("/jobs/\(ticket)/again", "{}")
            #expect(refused.status == 429 && refused.body.contains("ann has 1 live jobs"), "\(refused.body)")
            let own = try await jobs.admin.post("/jobs/\(ticket)/again", "{}")
            #expect(own.status == 200, "it is another's then")
        }
    }

    @Test func onlyWhoMayOperateChangesAnything() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"))
            try await jobs.model.addRole("reader", title: "Reader")
            try await jobs.database.store.query(
                "select djet.set_access((select id from djet.node where path = '/jobs'), 'reader', '{view}')")
            let reader = try await Program("rea", roles: ["reader"], jobs.site)
            #expect(try await reader.get("/jobs").status == 200)
            for path in [
                "\(ticket)/cancel", "\(ticket)/retry", "\(ticket)/delete", "\(ticket)/again", "bulk",
                "queues/default/pause",
            ] {
                #expect(try await reader.post("/jobs/\(path)", "{}").status == 403, "\(path)")
            }
            let page = try await jobs.page("/jobs/\(ticket)", by: reader)
            #expect(!page.contains("<button class=\"button danger\""))
            #expect(try await ticket.status == .entered)
        }
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
