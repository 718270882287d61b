import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ChartsPageTests {
    @Test func aLinkZoomsIntoATwelfthAndTheWindowHasAWayOut() async throws {
        try await withEndedJobs { jobs in
            let page = try await jobs.page("/jobs/charts?period=hour&queue=default")
            let links = page.split(separator: #"<a class="zoom" href=""#).dropFirst()
            let link = try #require(links.first).prefix { $0 != "\"" }.replacing("&amp;", with: "&")
            #expect(link.hasPrefix("/jobs/charts?queue=default&since="))
            let zoomed = try await jobs.page(String(link))
            #expect(zoomed.contains(">Zoom out</a>") && zoomed.contains(">Earlier</a>"))
            #expect(zoomed.contains(#"href="/jobs?queue=default&amp;since="#), "the jobs of this time")
            #expect(zoomed.contains(#"<input type="hidden" name="since" value=""#))
            #expect(!zoomed.contains(#"<a class="zoom""#), "there is nothing finer")
            #expect(page.contains(#"<details class="panel" id="figures">"#))
        }
    }

    @Test func programsGetTheFiguresOfAnyTime() async throws {
        try await withEndedJobs { jobs in
            let since = Date().addingTimeInterval(-600).ISO8601Format()
            let figures = try await jobs.json("/jobs/charts?since=\(since)")["figures"]
            #expect(figures?["period"] == nil || figures?["period"] == .word("null"))
            #expect(figures?["barSeconds"].flatMap { Double($0.compact) } == 60)
            let finished = figures?["bars"]?.children.compactMap { $0["finished"]?.compact }
            #expect(finished?.contains("3") == true)
        }
    }

    @Test(arguments: ["since=2999-01-01", "since=2026-01-02&until=2026-01-01", "since=0001-01-01"])
    func aTimeThatCannotBeIsRefused(question: String) async throws {
        try await withJobs { jobs in
            let answer = try await jobs.admin.get("/jobs/charts?\(question)")
            #expect((400...422).contains(answer.status), "\(answer.body)")
        }
    }

    @Test func onTheJobsPageAChartHasNoLinks() async throws {
        try await withEndedJobs { jobs in
            let page = try await jobs.page("/jobs")
            #expect(page.contains(#"<g class="span">"#) && !page.contains(#"<a class="zoom""#))
            #expect(page.contains(#"<a href="/jobs/charts">Charts</a>"#))
        }
    }

    /// Three jobs that ended three minutes ago, as far as the tally knows.
    private func withEndedJobs(_ body: (JobsSite) async throws -> Void) async throws {
        try await withJobs { jobs in
            try await jobs.database.store.query(
                """
                insert into jobmachine.tally (since, amount, waited, ran, status, span, queue, kind)
                values (
                  date_trunc('minute', now()) - interval '3 minutes', 3, 6, 30, 'finished', 'minute', 'default',
                  'test.twice')
                """)
            try await body(jobs)
        }
    }
}
