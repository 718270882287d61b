import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A visitor who is confined to the tenant acme, with all the rights of an administrator: the jobs of others
/// are not there, by whatever door.
@Suite struct ConfinedVisitorTests {
    @Test func theListShowsAndCountsTheJobsOfTheirTenants() async throws {
        try await withTom { jobs, tom, own, foreign in
            #expect(try await jobs.tickets(by: tom) == ["\(own)"])
            for question in ["tenant=beta", "text=s3cret", "queue=betas", "user=bea", "kind=test.echo"] {
                #expect(try await jobs.tickets("?\(question)", by: tom) == [], "\(question)")
                #expect(try await jobs.tickets("?\(question)") == ["\(foreign)"], "\(question)")
            }
            let list = try await jobs.json("/jobs", by: tom)
            let amounts = list["counts"]?.children.compactMap { $0["amount"] } ?? []
            #expect(amounts.filter { $0 == .word("1") }.count == 1)
            #expect(amounts.filter { $0 == .word("0") }.count == amounts.count - 1)
            #expect(list["jobs"]?.children.first?["tenant"]?.text == "acme")
            let page = try await jobs.page("/jobs", by: tom)
            for text in ["betas", "/jobs/queues", "/jobs/charts", #"<svg class="chart""#] {
                #expect(!page.contains(text), "\(text)")
                #expect(try await jobs.page("/jobs").contains(text), "\(text)")
            }
        }
    }

    @Test func anotherTenantsJobIsLikeOneThatIsNotThere() async throws {
        try await withTom { jobs, tom, own, foreign in
            let missing = TicketID(queue: "betas", number: foreign.number + 1_000)
            let tails = ["", "/events", "/arguments", "/reply", "/progress", "/error", "/files/1/a"]
            for door in ["/jobs", "/tickets"] {
                for tail in tails {
                    let one = try await tom.get("\(door)/\(foreign)\(tail)")
                    let other = try await tom.get("\(door)/\(missing)\(tail)")
                    #expect(one.status == 404, "\(door)\(tail)")
                    #expect(Self.said(one, foreign) == Self.said(other, missing), "\(door)\(tail)")
                }
                #expect(try await tom.get("\(door)/\(own)").status == 200)
            }
            let poll = try await tom.get("/tickets/\(foreign)", "Prefer: wait=30")
            #expect(poll.status == 404)
            for action in [
                "/jobs/%/cancel", "/jobs/%/retry", "/jobs/%/delete", "/jobs/%/again", "/tickets/%/cancel",
                "/jobs/%/signals/go", "/tickets/%/signals/go",
            ] {
                let answer = try await tom.post(action.replacing("%", with: "\(foreign)"), "{}")
                #expect(answer.status == 404, "\(action)")
            }
            let status = try await jobs.model.shownJob(foreign).status
            #expect(status == .entered)
        }
    }

    @Test func changesOfManyLeaveTheJobsOfOthersAsTheyAre() async throws {
        try await withTom { jobs, tom, own, foreign in
            let question = try await jobs.json("/jobs/bulk?action=cancel", by: tom)
            #expect(question["amount"] == .word("1"))
            let named = try await tom.post("/jobs/bulk", #"{"action": "cancel", "job": ["\#(foreign)"]}"#)
            #expect(try JSONReader.tree(of: named.body)["done"] == .word("0"), "\(named.body)")
            let all = try await tom.post("/jobs/bulk", #"{"action": "cancel", "all": true}"#)
            #expect(try JSONReader.tree(of: all.body)["done"] == .word("1"), "\(all.body)")
            let (done, left) = (try await jobs.model.shownJob(own), try await jobs.model.shownJob(foreign))
            #expect((done.status, left.status) == (.cancelled, .entered))
        }
    }

    @Test func whatIsAboutAllTenantsIsRefused() async throws {
        try await withTom { jobs, tom, _, _ in
            for path in [
                "/jobs/queues", "/jobs/workers", "/jobs/faults", "/jobs/schedules", "/jobs/charts",
                "/admin/audit",
                "/metrics",
            ] {
                let answer = try await tom.get(path)
                #expect(answer.status == 403 && answer.body.contains("“acme”"), "\(path): \(answer.body)")
                #expect(try await jobs.admin.get(path).status == 200, "\(path)")
            }
            let pause = try await tom.post("/jobs/queues/betas/pause", "{}")
            #expect(pause.status == 403)
            let menu = try await jobs.page("/jobs", by: tom)
            #expect(!menu.contains(#"href="/admin/audit""#))
            #expect(try await jobs.page("/jobs").contains(#"href="/admin/audit""#))
        }
    }

    @Test func aUsersPageListsTheirTenants() async throws {
        try await withTom { jobs, _, _, _ in
            try await jobs.model.setTenants(["acme", "beta, gamma"], of: "tom")
            let user = try await jobs.json("/admin/users/tom")["user"]
            #expect(user?["tenants"]?.children.map(\.text) == ["acme", "beta, gamma"])
            let page = try await jobs.page("/admin/users/tom")
            #expect(page.contains(#"<span class="label">beta, gamma</span>"#))
        }
    }

    @Test func dependenciesOfOtherTenantsAreNotShown() async throws {
        try await withTom { jobs, tom, _, foreign in
            let acme = jobs.model.acting(for: "acme")
            let job = try await acme.offload(Twice(number: 2), after: [foreign])
            _ = try await jobs.model.offload(Twice(number: 3), after: [job.id])
            let shown = try await jobs.json("/jobs/\(job)", by: tom)
            #expect(shown["needs"]?.children.isEmpty == true)
            #expect(shown["waiting"]?.children.isEmpty == true)
            #expect(shown["job"]?["tenant"]?.text == "acme")
            let flow = try await jobs.page("/jobs/\(job)", by: tom)
            #expect(!flow.contains("\(foreign)") && !flow.contains("id=\"flow-h\""))
            #expect(try await jobs.page("/jobs/\(job)").contains("\(foreign)"))
            #expect(try await jobs.page("/jobs/\(job)").contains(#"<a href="/jobs?tenant=acme">acme</a>"#))
        }
    }

    @Test func aJobThatRunsAgainStaysItsTenants() async throws {
        try await withTom { jobs, tom, own, _ in
            let answer = try await tom.post("/jobs/\(own)/again", "{}")
            #expect(answer.status == 200, "\(answer.body)")
            #expect(try await jobs.tickets("?tenant=acme").count == 2)
            _ = try await jobs.admin.post("/jobs/\(own)/again", "{}")
            #expect(try await jobs.tickets("?tenant=acme").count == 3)
        }
    }

    @Test func whatTheyOffloadIsTheirTenants() async throws {
        try await withFunctions { site, database in
            let model = database.model()
            let tom = try await Program("tom", roles: [], site)
            try await model.setTenants(["acme", "beta"], of: "tom")
            let answer = try await PreferenceTests.ask(
                site, tom, "/echo", "respond-async", #"{"text": "a"}"#)
            #expect(answer.status == 202, "\(answer.body)")
            let location = try #require(answer["location"])
            #expect(try await tom.get(location).status == 200)
            let tenants = try await model.findJobs().jobs.map(\.tenant)
            #expect(tenants == ["acme"])
            let list = try await tom.get("/tickets")
            #expect(list.body.contains(location))
            try await model.setTenants(["beta"], of: "tom")
            #expect(try await tom.get(location).status == 404, "it is no longer theirs to see")
            #expect(!(try await tom.get("/tickets")).body.contains(location))
        }
    }

    /// Runs `body` with Tom, a job of the tenant acme, and one of another.
    private func withTom(
        _ body: (JobsSite, _ tom: Program, _ own: TicketID, _ foreign: TicketID) async throws -> Void
    ) async throws {
        try await withJobs { jobs in
            let tom = try await Program("tom", roles: [Role.administrator], jobs.site)
            try await jobs.model.setTenants(["acme"], of: "tom")
            let own = try await jobs.model.acting(for: "acme").offload(Twice(number: 1))
            let beta = jobs.model.acting(for: "beta").acting(as: "bea")
            let foreign = try await beta.offload(Echo(text: "s3cret"), on: "betas")
            try await body(jobs, tom, own.id, foreign.id)
        }
    }

    /// Returns an answer's text without the ticket and the address, which differ.
    private static func said(_ answer: TestAnswer, _ ticket: TicketID) -> String {
        answer.body.replacing("\(ticket)", with: "…")
    }
}
