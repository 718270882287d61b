import DjetJSON
import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct StartPageTests {
    @Test func itSaysWhatRunsWaitsAndFailed() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                _ = try? await jobs.model.acting(as: "ada").offload(Refuse(.own)).value
            }
            _ = try await jobs.model.offload(Echo(text: "a"), on: "slow")
            _ = try await jobs.model.offload(Echo(text: "b"), runAt: .distantFuture)
            let page = try await jobs.page("/")
            #expect(page.contains(#"<a class="tally" href="/jobs?status=entered"><b>1</b>"#))
            #expect(page.contains(#"<a class="tally" href="/jobs?status=scheduled"><b>1</b>"#))
            #expect(page.contains(#"<a class="tally" href="/jobs?status=error"><b>1</b>"#))
            #expect(page.contains("Nothing runs."))
            #expect(page.contains(#"<span class="kind" title="test.refuse">"#))
            #expect(page.contains(#"data-live="/jobs/events""#))
            #expect(!page.contains("Three things"), "the site is not empty")
            #expect(page.contains(#"<a class="card" href="/admin">"#))
        }
    }

    @Test func othersSeeTheirOwnJobs() async throws {
        try await withJobs { jobs in
            let uli = try await Program("uli", roles: [], jobs.site)
            #expect(try await jobs.page("/", by: uli).contains("What you leave to the background"))
            let own = try await jobs.model.acting(as: "uli").offload(Echo(text: "a"))
            let other = try await jobs.model.acting(as: "ada").offload(Echo(text: "b"))
            let page = try await jobs.page("/", by: uli)
            #expect(page.contains(#"<a class="job" href="/tickets/\#(own)">"#))
            #expect(!page.contains("\(other)") && !page.contains("/jobs/events"))
        }
    }

    @Test func anEmptySiteGreetsItsAdministratorWithThreeThingsToDo() async throws {
        try await withJobs { jobs in
            let page = try await jobs.page("/")
            let steps = page.split(separator: "<ol class=\"steps\">").last?.split(separator: "</ol>").first
            #expect(steps?.split(separator: "<li>").count == 4, "three, after a line break")
            #expect(page.contains(#"<a href="/admin/nodes/add?basetype=function">Run a first job</a>"#))
            #expect(
                page.contains(
                    #"<a href="/admin/users">Invite those who work here</a> <span class="label on">done</span>"#
                ))
            #expect(page.contains(#"<a href="/account">Protect your account</a><p"#))
            #expect(!(try await jobs.page("/", by: jobs.watchman)).contains("Three things"))
            _ = try await jobs.model.offload(Echo(text: "a"))
            #expect(!(try await jobs.page("/")).contains("Three things"))
        }
    }

    @Test func programsGetTheListAlone() async throws {
        try await withJobs { jobs in
            let start = try await jobs.json("/")
            #expect(start["overview"] == nil && start["greeting"] == nil)
            #expect(try await !jobs.page("/admin").contains("id=\"overview\""), "the root alone")
        }
    }
}
