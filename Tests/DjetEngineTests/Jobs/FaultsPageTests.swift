import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct FaultsPageTests {
    @Test func faultsAreShownWithWhatToDo() async throws {
        try await withJobs { jobs in
            try await jobs.database.enterWorker(7)
            try await jobs.database.store.query(
                "update jobmachine.worker set host = '<b>evil', seen_at = now() - interval '1 hour'")
            for program in [jobs.admin, jobs.watchman] {
                let page = try await jobs.page("/jobs/faults", by: program)
                #expect(page.contains(#"dead-worker <span class="label bad">7</span>"#), "\(page)")
                #expect(page.contains("Worker 7 (host &lt;b&gt;evil, process 1) is dead"))
                #expect(page.contains("djet work"))
            }
            let listing = try await jobs.json("/jobs/faults", by: jobs.watchman)
            let finding = try #require(
                listing["findings"]?.children.first { $0["id"]?.text == "dead-worker" })
            #expect(finding["subject"]?.text == "7")
            #expect(finding["since"]?.text?.hasPrefix("20") == true)
        }
    }

    @Test func onlyThoseWhoSeeTheJobsSeeTheFaults() async throws {
        try await withJobs { jobs in
            let user = try await Program("uli", roles: [], jobs.site)
            #expect(try await user.get("/jobs/faults").status == 403)
            #expect(try await jobs.site.ask("GET", "/jobs/faults", []).status == 401)
        }
    }
}
