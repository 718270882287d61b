import DjetModel
import DjetTestSupport
import Testing

@Suite struct FindBoxTests {
    @Test(arguments: [
        ("slow.1", "/jobs/slow.1"), ("1", "/jobs/slow.1"), ("%231", "/jobs/slow.1"),
        ("+slow.1+", "/jobs/slow.1"),
        ("default.1", "/jobs?text=default.1"), ("2", "/jobs?text=2"),
        ("99999999999999999999", "/jobs?text=99999999999999999999"),
        ("test.echo", "/jobs?kind=test.echo"), ("ECHO", "/jobs?kind=test.echo"),
        ("slow", "/jobs?queue=slow"), ("order+7", "/jobs?text=order%207"), ("", "/jobs"),
        ("..%2F%2Fevil.example", "/jobs?text=..%2F%2Fevil.example"),
    ])
    func theBoxLeadsToWhatWasMeant(words: String, address: String) async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(Echo(text: "a"), on: "slow")
            let answer = try await jobs.admin.get("/jobs/find?words=\(words)", "Accept: text/html")
            #expect(answer.status == 303)
            #expect(answer["location"] == address)
        }
    }

    @Test func aKindThatTheProgramDoesNotKnowIsFound() async throws {
        try await withJobs { jobs in
            _ = try await jobs.model.offload(kind: "by.hand", arguments: "{}")
            #expect(try await jobs.admin.get("/jobs/find?words=by.hand")["location"] == "/jobs?kind=by.hand")
        }
    }

    @Test func whoMayNotSeeArgumentsDoesNotSearchThem() async throws {
        try await withJobs { jobs in
            let answer = try await jobs.watchman.get("/jobs/find?words=secret")
            #expect(answer["location"] == "/jobs?kind=secret")
        }
    }

    @Test func theBoxIsOnEachPageOfThoseWhoMaySeeJobs() async throws {
        try await withJobs { jobs in
            let box = #"<form class="site-search" method="get" action="/jobs/find" role="search""#
            for path in ["/", "/jobs", "/jobs/queues", "/account"] {
                let page = try await jobs.page(path)
                #expect(page.contains(box) && page.contains(#"data-shortcut="/""#), "\(path)")
            }
            let uli = try await Program("uli", roles: [], jobs.site)
            #expect(!(try await jobs.page("/", by: uli)).contains("site-search"))
            #expect(try await uli.get("/jobs/find?words=1").status == 403)
        }
    }
}
