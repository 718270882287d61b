import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct JobsTableTests {
    @Test func anEmptyColumnIsLeftOut() async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(Echo(text: "a"))
            #expect(!(try await jobs.page("/jobs")).contains("Remark"))
            _ = try await jobs.model.offload(Echo(text: "b"), runAt: Date().addingTimeInterval(86_400))
            let page = try await jobs.page("/jobs")
            #expect(page.contains(#"<th scope="col">Remark</th>"#))
            #expect(page.split(separator: #"data-label="Remark""#).count == 3, "a cell in each row")
            #expect(page.contains(#"<span class="truncate">not before <time"#))
            #expect(!(try await jobs.page("/jobs?status=entered")).contains("Remark"))
        }
    }

    @Test func aJobIsItsKindAndItsTicket() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"), on: "slow")
            let link =
                #"<a class="job" href="/jobs/slow.1"><span class="kind" title="test.echo">test.echo</span> "#
            let page = try await jobs.page("/jobs")
            #expect(page.contains(link + #"<span class="mono">\#(ticket)</span></a>"#))
            #expect(page.contains(#"<table class="cards lines">"#))
        }
    }

    @Test func rareFiltersAreFoldedAwayUnlessOneIsSet() async throws {
        try await withJobs { jobs in
            for path in ["/jobs", "/jobs?queue=slow&kind=test.echo&text=a&status=error"] {
                #expect(try await jobs.page(path).contains(#"<details class="more"><summary>"#), "\(path)")
            }
            for question in ["worker=7", "user=ann", "tag=a", "since=2026-11-01"] {
                let page = try await jobs.page("/jobs?\(question)")
                #expect(page.contains(#"<details class="more" open><summary>"#), "\(question)")
            }
        }
    }

    @Test func theListIsTurnedByTheHeadOfAColumn() async throws {
        try await withJobs { jobs in
            let all = try await jobs.model.offload((0..<5).map { Twice(number: $0) })
            for ticket in all.suffix(2) { try await ticket.cancel() }
            let tickets = all.map { "\($0)" }
            let page = try await jobs.page("/jobs?queue=default")
            let link = #"<a class="sort" href="/jobs?queue=default&amp;order=oldest">Offloaded</a>"#
            #expect(page.contains(#"<th scope="col" aria-sort="descending">"# + link))
            let oldest = try await jobs.page("/jobs?queue=default&order=oldest&limit=2")
            #expect(oldest.contains(#"aria-sort="ascending"><a class="sort" href="/jobs?queue=default">Off"#))
            #expect(oldest.contains(">Newer</a>") && oldest.contains("order=oldest&amp;limit=2&amp;page=e_"))
            #expect(oldest.contains(#"<input type="hidden" name="order" value="oldest">"#))
            let ended = try await jobs.page("/jobs?status=cancelled")
            #expect(ended.contains(#"href="/jobs?status=cancelled&amp;order=oldest">Ended</a>"#))
            let turned = Array(tickets.suffix(2) + tickets.prefix(3))
            #expect(try await jobs.tickets("?order=oldest") == turned)
            #expect(try await jobs.tickets("?status=entered&order=oldest") == Array(tickets.prefix(3)))
            #expect(try await jobs.admin.get("/jobs?order=sideways").status == 400)
        }
    }
}
