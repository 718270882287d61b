import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// One-time links with which somebody approves or rejects.
@Suite struct ApprovalTests {
    @Test func aLinkWorksOnce() async throws {
        try await withApproval { jobs, _, path in
            let page = try await jobs.site.ask("GET", path, [Browser.html])
            #expect(page.status == 200)
            #expect(page["cache-control"] == "no-store")
            #expect(page["referrer-policy"] == "no-referrer", "the address holds a secret")
            #expect(page.body.contains("Pay &lt;b&gt;7&lt;/b&gt;?") && page.body.contains("For helen."))
            let answer = try await jobs.site.submit("/approve", Self.form(path, approves: true))
            #expect(answer.status == 303 && answer["location"] == "/approve/done")
            let done = try await jobs.site.ask("GET", "/approve/done", [Browser.html])
            #expect(done.body.contains("Your answer has arrived"))
            let first = try await Self.sent(jobs)
            #expect(first == "true by helen")

            let second = try await jobs.site.submit("/approve", Self.form(path, approves: false))
            #expect(second.status == 404)
            let again = try await jobs.site.ask("GET", path, [Browser.html])
            #expect(again.status == 404 && again.body.contains("no longer valid"))
            let after = try await Self.sent(jobs)
            #expect(after == "true by helen")
            let actions = try await jobs.model.auditEntries().map(\.action)
            #expect(actions.starts(with: ["approval.answer", "approval.add"]))
        }
    }

    @Test func thePageWithoutALinkSaysWhatToDo() async throws {
        try await withJobs { jobs in
            let page = try await jobs.site.ask("GET", "/approve", [Browser.html])
            #expect(page.status == 200 && page.body.contains("Open the whole of it"))
            let answer = try await jobs.site.ask("GET", "/approve", ["Accept: application/json"])
            #expect(answer.status == 404)
        }
    }

    @Test func whoeverRejectsSendsFalse() async throws {
        try await withApproval { jobs, _, path in
            _ = try await jobs.site.submit("/approve", Self.form(path, approves: false))
            let sent = try await Self.sent(jobs)
            #expect(sent == "false by helen")
        }
    }

    @Test func whoeverHasItAnswersThoughConfinedToAnotherTenant() async throws {
        try await withApproval { jobs, _, path in
            let tom = try await Program("tom", roles: [], jobs.site)
            try await jobs.model.setTenants(["acme"], of: "tom")
            let token = path.dropFirst("/approve?link=".count)
            let answer = try await tom.post("/approve", #"{"link": "\#(token)", "approves": true}"#)
            #expect(answer.status == 200, "\(answer.body)")
            let sent = try await Self.sent(jobs)
            #expect(sent == "true by helen")
        }
    }

    @Test func itEndsWithItsTime() async throws {
        try await withApproval { jobs, _, path in
            try await jobs.database.store.query(
                """
                update djet.approval
                set created_at = now() - interval '2 hours', expires_at = now() - interval '1 hour'
                """)
            let page = try await jobs.site.ask("GET", path, [Browser.html])
            #expect(page.status == 404)
            let answer = try await jobs.site.submit("/approve", Self.form(path, approves: true))
            #expect(answer.status == 404)
            let sent = try await Self.sent(jobs)
            #expect(sent == nil)
        }
    }

    @Test func theLinkOfAnEndedJobSaysSoAndWorksAgainWhenTheJobIsRetried() async throws {
        try await withApproval { jobs, ticket, path in
            try await jobs.model.cancel(ticket)
            try await Self.isRefused(path, "has ended as cancelled", jobs)
            let answer = try await jobs.site.submit("/approve", Self.form(path, approves: true))
            #expect(answer.status == 409 && answer.body.contains("has ended as cancelled"))
            try await jobs.model.retry(ticket)
            let page = try await jobs.site.ask("GET", path, [Browser.html])
            #expect(page.status == 200 && page.body.contains("<form class=\"panel form\""))
            try await jobs.database.enterWorker(1)
            let queue = jobs.model.queue
            try await jobs.database.store.query(queue.claim("default", worker: 1, amount: 1, floors: []))
            try await jobs.database.store.query(
                queue.reply(worker: 1, ids: [ticket.number], attempts: [1], replies: ["1"]))
            try await Self.isRefused(path, "has ended as finished", jobs)
            try await jobs.model.delete(ticket)
            let gone = try await jobs.site.ask("GET", path, [Browser.html])
            #expect(gone.status == 404 && gone.body.contains("there is no job \(ticket)"))
        }
    }

    @Test func theLinkOfAnAnsweredQuestionSaysSo() async throws {
        try await withApproval { jobs, ticket, path in
            try await jobs.model.sendSignal("approval", true, to: ticket)
            try await Self.isRefused(path, "has its answer already", jobs)
            let other = try await jobs.site.submit("/approve", Self.form(path, approves: false))
            #expect(other.status == 409)
        }
    }

    @Test func theLinkOfAQuestionWhoseTimeIsOverSaysSo() async throws {
        try await withApproval { jobs, ticket, path in
            try await jobs.database.store.query(
                """
                insert into jobmachine.awaited_signal (job, name, ends_at, timed_out_at)
                values (\(ticket.number)::bigint, 'approval', now(), now())
                """)
            try await Self.isRefused(path, "comes too late", jobs)
        }
    }

    @Test func theTokenIsNotStored() async throws {
        try await withApproval { jobs, _, path in
            let rows = try await jobs.database.store.rows(
                "select a::text from djet.approval a union all select detail::text from djet.audit",
                as: String.self)
            let token = path.dropFirst("/approve?link=".count)
            #expect(rows.count > 1 && rows.allSatisfy { !$0.contains(token) })
        }
    }

    /// Expects that a link shows no question, and a reason, to people and programs alike.
    private static func isRefused(_ path: String, _ reason: String, _ jobs: JobsSite) async throws {
        let page = try await jobs.site.ask("GET", path, [Browser.html])
        #expect(page.status == 409 && page.body.contains(reason), "\(page.body)")
        #expect(!page.body.contains("Pay &lt;b&gt;7") && !page.body.contains("name=\"approves\""))
        let json = try await jobs.site.json("GET", path)
        #expect(json.status == 409 && json.body.contains(reason), "\(json.body)")
        #expect(!json.body.contains("Pay "))
        let head = try await jobs.site.ask("HEAD", path, [Browser.html])
        #expect(head.status == 409)
    }

    private static func form(_ path: String, approves: Bool) -> String {
        "\(path.dropFirst("/approve?".count))&approves=\(approves)"
    }

    /// Returns the value and the sender of the signal; nil if none was sent.
    private static func sent(_ jobs: JobsSite) async throws -> String? {
        try await jobs.database.store.first(
            "select value::text || ' by ' || sent_by from jobmachine.sent_signal", as: String.self)
    }

    /// Calls `body` with a job and the path of a link to approve what it asks.
    private func withApproval(_ body: (JobsSite, TicketID, String) async throws -> Void) async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a")).id
            let path = try await jobs.model.addApproval(
                "approval", of: ticket, asking: "Pay <b>7</b>?", whom: "helen", within: .seconds(3600))
            #expect(path.hasPrefix("/approve?link="))
            try await body(jobs, ticket, path)
        }
    }
}
