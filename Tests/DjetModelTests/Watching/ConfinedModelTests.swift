import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The jobs of somebody who is confined to a tenant.
@Suite struct ConfinedModelTests {
    /// A live and an ended job of each: of the tenant acme, of another one and of none.
    private struct Jobs {
        let model: Model
        let confined: Model
        let own: [TicketID]
        let foreign: [TicketID]
    }

    @Test func onlyTheirTenantsJobsAreFound() async throws {
        try await withJobs { jobs in
            let all = try await jobs.confined.everyJob()
            #expect(Set(all) == Set(jobs.own.map(\.number)))
            let searches = [
                JobSearch(tenant: "beta"), JobSearch(queue: "secret"), JobSearch(user: "bea"),
                JobSearch(tag: "foreign"), JobSearch(status: .cancelled, text: "foreign"),
                JobSearch(status: .entered, text: "foreign"),
            ]
            for search in searches {
                let found = try await jobs.confined.everyJob(search)
                #expect(found.isEmpty, "\(search)")
                let there = try await jobs.model.everyJob(search)
                #expect(!there.isEmpty, "\(search)")
            }
        }
    }

    @Test func onlyTheirTenantsJobsAreCounted() async throws {
        try await withJobs { jobs in
            let counts = try await jobs.confined.jobCounts()
            #expect(counts.allSatisfy { $0.queue == "default" && $0.isExact })
            #expect(Set(counts.map(\.status)) == [.cancelled, .entered])
            #expect(counts.map(\.amount) == [1, 1])
            let others = try await jobs.confined.jobCounts(of: ["secret"])
            #expect(others.allSatisfy { $0.queue == JobCount.others })
        }
    }

    @Test func aCountBeyondItsReachIsAnEstimate() async throws {
        try await withJobs { jobs in
            let counts = try await jobs.model.database.rows(
                "select amount, is_exact from jobmachine.tenant_counts('{acme,beta}', 3) order by 1",
                as: Amount.self)
            #expect(counts.count == 4 && counts.allSatisfy { !$0.isExact })
        }
    }

    private struct Amount: Decodable, Sendable {
        var isExact: Bool
    }

    @Test func noOtherJobIsThereForThem() async throws {
        try await withJobs { jobs in
            let confined = jobs.confined
            for ticket in jobs.foreign {
                let doors: [(String, @Sendable () async throws -> Void)] = [
                    ("show", { _ = try await confined.shownJob(ticket) }),
                    ("look", { _ = try await confined.visibleTicket(ticket, orRight: true) }),
                    ("read", { _ = try await confined.details(of: ticket, orRight: true) }),
                    (
                        "look as its user",
                        { _ = try await confined.acting(as: "bea").visibleJob(ticket, orRight: false) }
                    ),
                    ("cancel", { try await confined.cancel(ticket) }),
                    ("retry", { try await confined.retry(ticket) }),
                    ("delete", { try await confined.delete(ticket) }),
                    ("run again", { _ = try await confined.runAgain(ticket) }),
                    ("signal", { try await confined.sendSignal("go", true, to: ticket) }),
                    (
                        "ask",
                        {
                            _ = try await confined.addApproval(
                                "go", of: ticket, asking: "May it?", within: .seconds(60))
                        }
                    ),
                ]
                for (name, door) in doors {
                    await #expect(throws: JobError.unknown(ticket), "\(name)") { try await door() }
                }
            }
            for ticket in jobs.own {
                let state = try await confined.visibleTicket(ticket, orRight: true)
                #expect(state.ticket == ticket)
            }
        }
    }

    @Test func changesOfManyLeaveOtherJobsAsTheyAre() async throws {
        try await withJobs { jobs in
            let all = jobs.own + jobs.foreign
            let named = try await jobs.confined.apply(.cancel, to: all)
            #expect((named.amount, named.done) == (6, 2), "the other of their own is cancelled already")
            let counted = try await jobs.confined.jobs(for: .retry, JobSearch()).tickets
            #expect(Set(counted) == Set(jobs.own))
            let deleted = try await jobs.confined.applyToAll(.delete, to: JobSearch())
            #expect(deleted.done == 2)
            let left = try await jobs.model.everyJob()
            #expect(Set(left) == Set(jobs.foreign.map(\.number)))
            let live = try await jobs.model.everyJob(JobSearch(status: .entered))
            #expect(live.count == 2)
        }
    }

    @Test func neighboursOfOtherTenantsAreNotShown() async throws {
        try await withJobs { jobs in
            let acme = jobs.model.acting(for: "acme")
            let first = try await jobs.model.acting(for: "beta").offload(Twice(number: 1))
            let middle = try await acme.offload(Twice(number: 2), after: [first.id])
            let last = try await acme.offload(Twice(number: 3), after: [middle.id])
            _ = try await jobs.model.offload(Twice(number: 4), after: [middle.id])
            let shown = try await jobs.confined.neighbours(of: middle.id)
            #expect(shown.needs.isEmpty)
            #expect(shown.waiting.map(\.ticket) == [last.id])
            #expect(shown.flow.map(\.ticket) == [middle.id, last.id])
            let all = try await jobs.model.neighbours(of: middle.id)
            #expect((all.needs.count, all.waiting.count, all.flow.count) == (1, 2, 4))
        }
    }

    @Test func aFlowEndsAtTheJobsOfOtherTenantsAndDoesNotCountThem() async throws {
        try await withJobs { jobs in
            let (acme, beta) = (jobs.model.acting(for: "acme"), jobs.model.acting(for: "beta"))
            let first = try await acme.offload(Twice(number: 1))
            let foreign = try await beta.offload((0..<20).map { Twice(number: $0) }, after: [first.id])
            _ = try await acme.offload(Twice(number: 2), after: [foreign[0].id])
            let shown = try await jobs.confined.neighbours(of: first.id)
            #expect(shown.flow.isEmpty)
            let all = try await jobs.model.neighbours(of: first.id)
            #expect(all.flow.contains { $0.id == nil && $0.amount == 12 })
        }
    }

    @Test func groupsOfOtherTenantsAndTheirJobsInOnesOwnAreNotThere() async throws {
        try await withJobs { jobs in
            let (acme, beta) = (jobs.model.acting(for: "acme"), jobs.model.acting(for: "beta"))
            let own = try await acme.offload(group: "month", [Twice(number: 1)])
            let foreign = try await beta.offload(group: "month", [Twice(number: 2)], then: Twice(number: 3))
            _ = try await beta.offload(Twice(number: 4), in: own.id)
            let confined = jobs.confined
            let found = try await confined.group(named: "month")
            #expect(found == own.id)
            await #expect(throws: ModelError.self) { try await confined.groupStatus(foreign.id) }
            let members = try await jobs.model.database.rows(
                "select id from jobmachine.members_of(\(own.id.number), tenants => '{acme}')", as: Int64.self)
            #expect(members.count == 1)
            for id in [own.id, foreign.id] { try await confined.group(id, of: Int.self).cancel() }
            let (ones, others) = (try await own.status, try await foreign.status)
            #expect((ones.cancelled, ones.live, others.live) == (1, 1, 1))
        }
    }

    @Test func theirOwnTicketsAreThoseOfTheirTenants() async throws {
        try await withJobs { jobs in
            let bea = jobs.model.acting(as: "bea")
            let live = try await bea.acting(for: "acme").offload(Twice(number: 1))
            let ended = try await bea.acting(for: "acme").offload(Twice(number: 2))
            try await jobs.model.cancel(ended.id)
            let tickets = try await bea.confined(to: ["acme"]).ownTickets().map(\.ticket)
            #expect(tickets == [live.id, ended.id])
            let all = try await bea.ownTickets()
            #expect(all.count == 6)
        }
    }

    private func withJobs(_ body: (Jobs) async throws -> Void) async throws {
        try await withDatabase { database in
            let model = database.model()
            let bea = model.acting(as: "bea")
            func pair(_ model: Model, on queue: String = "default", _ text: String) async throws -> [TicketID]
            {
                let live = try await model.offload(Echo(text: text), on: queue, tags: [text])
                let ended = try await model.offload(Echo(text: text), on: queue, tags: [text])
                try await model.cancel(ended.id)
                return [live.id, ended.id]
            }
            let foreign =
                try await pair(bea.acting(for: "beta"), on: "secret", "foreign")
                + pair(bea, on: "secret", "foreign")
            let own = try await pair(model.acting(for: "acme"), "own")
            try await body(
                Jobs(model: model, confined: model.confined(to: ["acme"]), own: own, foreign: foreign))
        }
    }
}
