import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct JobsListTests {
    @Test func theListSaysWhatThereIs() async throws {
        try await withJobs { jobs in
            let slow = try await jobs.model.acting(as: "ann").offload(Echo(text: "a"), on: "slow")
            let other = try await jobs.model.offload(Twice(number: 2))
            let list = try await jobs.json("/jobs")
            #expect(list["jobs"]?.children.compactMap { $0["ticket"]?.text } == ["\(other)", "\(slow)"])
            let line = try #require(list["jobs"]?.children.last)
            #expect(line["owner"]?.text == "ann")
            #expect(line["kind"]?.text == "test.echo")
            #expect(line["path"]?.text == "/jobs/slow.1")
            let entered = try #require(list["counts"]?.children.first { $0["status"]?.text == "entered" })
            #expect(entered["amount"] == .word("2"))
            #expect(entered["path"]?.text == "/jobs?status=entered")
            #expect(list["form"] == nil, "that is for people")
        }
    }

    @Test(arguments: [(300, ""), (301, "…")])
    func aLongErrorIsCutWithAMark(length: Int, mark: String) async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.acting(as: "ada").offload(Refuse(.own))
                _ = try? await ticket.value
                try await jobs.database.store.query(
                    """
                    update jobmachine.history
                    set error = jsonb_build_object('type', 'test', 'message', repeat('é', \(length)::integer))
                    """)
                let shown = String(repeating: "é", count: 300) + mark
                #expect(try await jobs.json("/jobs")["jobs"]?.children.first?["failure"]?.text == shown)
                #expect(try await jobs.json("/jobs/\(ticket)")["job"]?["failure"]?.text == shown)
                #expect(try await jobs.json("/tickets")["tickets"]?.children.first?["error"]?.text == shown)
            }
        }
    }

    @Test func filtersStandInTheAddress() async throws {
        try await withJobs { jobs in
            let slow = try await jobs.model.acting(as: "ann & co").offload(Echo(text: "needle"), on: "slow")
                .id
            let other = try await jobs.model.offload(Twice(number: 2)).id
            #expect(try await jobs.tickets("?queue=slow") == ["\(slow)"])
            #expect(try await jobs.tickets("?kind=test.twice&status=entered") == ["\(other)"])
            #expect(try await jobs.tickets("?user=ann%20%26%20co") == ["\(slow)"])
            #expect(try await jobs.tickets("?text=NEEDLE") == ["\(slow)"])
            #expect(try await jobs.tickets("?since=2020-01-01&until=2020-01-02") == [])
            #expect(try await jobs.tickets("?worker=7&queue=&text=") == [])
            #expect(try await jobs.tickets("?queue=%27%3B+drop+table+jobmachine.job%3B+--") == [])
            let page = try await jobs.page("/jobs?user=ann%20%26%20co&status=entered")
            #expect(page.contains(#"value="ann &amp; co""#))
            #expect(page.contains(#"<option value="entered" selected>"#))
        }
    }

    @Test(arguments: [
        "?colour=red", "?status=fine", "?worker=x", "?worker=99999999999", "?since=yesterday", "?page=x",
        "?limit=0", "?limit=501", "?since=0000-01-01", "?queue=a&queue=b",
    ])
    func whatTheAddressDoesNotKnowIsRefused(question: String) async throws {
        try await withJobs { jobs in
            let answer = try await jobs.admin.get("/jobs\(question)")
            #expect(answer.status == 400, "\(answer.body)")
        }
    }

    @Test func whatIsWantedAsTheMarkOfAPageIsNamed() async throws {
        try await withJobs { jobs in
            let answer = try await jobs.admin.get("/jobs?page=l_99999999999999999999")
            #expect(answer.status == 422 && answer.body.contains("its parameter `page`"), "\(answer.body)")
        }
    }

    @Test func noQueueIsCalledTheOthers() async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(Echo(text: "a"))
            let list = try await jobs.json("/jobs?queue=(others)")
            let amounts = list["counts"]?.children.compactMap { $0["amount"] }
            #expect(amounts?.isEmpty == false && amounts?.allSatisfy { $0 == .word("0") } == true)
        }
    }

    @Test func aListGoesOnWhereItEnded() async throws {
        try await withJobs { jobs in
            let tickets = try await jobs.model.offload((0..<7).map { Twice(number: $0) })
            for ticket in tickets.prefix(4) { try await ticket.cancel() }
            var seen: [String] = []
            var path: String? = "/jobs?limit=3"
            while let next = path {
                let list = try await jobs.json(next)
                seen += list["jobs"]?.children.compactMap { $0["ticket"]?.text } ?? []
                #expect((list["newest"]?.text == nil) == (next == "/jobs?limit=3"))
                path = list["next"]?.text
            }
            let expected = tickets.suffix(3).reversed() + tickets.prefix(4).reversed()
            #expect(seen == expected.map { "\($0)" })
        }
    }

    @Test func whoMayNotSeeArgumentsCannotSearchThemEither() async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(Echo(text: "secret"))
            let answer = try await jobs.watchman.get("/jobs?text=secret")
            #expect(answer.status == 403)
            #expect(try await jobs.tickets(by: jobs.watchman).count == 1)
            #expect(!(try await jobs.page("/jobs", by: jobs.watchman)).contains(#"name="text""#))
        }
    }

    @Test func nobodyElseSeesTheJobs() async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(Echo(text: "a"))
            let user = try await Program("uli", roles: [], jobs.site)
            for path in [
                "/jobs", "/jobs/default.1", "/jobs/queues", "/jobs/workers", "/jobs/charts", "/jobs/events",
            ] {
                #expect(try await user.get(path).status == 403, "\(path)")
                #expect(try await jobs.site.ask("GET", path, []).status == 401, "\(path)")
            }
        }
    }

    @Test func anotherJobsNodeIsRefused() async throws {
        try await withJobs { jobs in
            let error = await #expect(throws: ModelError.self) {
                try await jobs.model.addNode(NodeSeed("/more-jobs", "jobmachine", title: "More jobs"))
            }
            #expect(error?.message.contains("jobmachine") == true)
        }
    }

    @Test func anOldSnapshotIsWarnedOf() async throws {
        try await withDatabase { database in
            // An hour later, transactions that are open now are old.
            let model = Model(
                store: database.store, functions: Functions(testFunctions), logger: TestDatabase.logger,
                clock: { Date().addingTimeInterval(3_600) })
            let holder = try await Connection.open(database.connectionString + " application_name=holder")
            defer { holder.close() }
            try await holder.query("begin isolation level repeatable read")
            try await holder.query("select 1")
            try await withSite(model) { site in
                let admin = try await Program("ada", roles: [Role.administrator], site)
                for path in ["/jobs", "/jobs/workers"] {
                    let page = try await admin.get(path, "Accept: text/html")
                    #expect(page.body.contains(#"<div class="notice warning">"#), "\(path)")
                    #expect(page.body.contains("<strong>holder</strong>"), "\(path)")
                    #expect(page.body.contains("every queue grows slower"), "\(path)")
                }
            }
        }
    }

    @Test func theTabsSayWhereOneIs() async throws {
        try await withJobs { jobs in
            for (path, title) in [
                ("/jobs", "Jobs"), ("/jobs/queues", "Queues"), ("/jobs/workers", "Workers"),
                ("/jobs/faults", "Faults"),
                ("/jobs/charts", "Charts"),
            ] {
                let page = try await jobs.page(path)
                let tabs =
                    page.split(separator: "<nav class=\"tabs\" aria-label=\"Jobs\">")
                    .last?.prefix { $0 != "\n" } ?? ""
                #expect(tabs.contains("<a href=\"\(path)\" aria-current=\"page\">\(title)</a>"), "\(path)")
                #expect(tabs.split(separator: "aria-current").count == 2, "\(path)")
            }
        }
    }

    @Test func whatTheChartShowsIsNoMarkupOfTheJobs() async throws {
        try await withJobs { jobs in
            let page = try await jobs.page("/jobs")
            #expect(page.contains(#"<svg class="chart""#))
            #expect(page.contains(#"data-live="/jobs/events""#))
            #expect(!page.contains("style="))
        }
    }
}
