import DjetJSON
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The pictures on the page of a job.
@Suite struct FlowPageTests {
    @Test func aFlowIsDrawnAndToldToPrograms() async throws {
        try await withJobs { jobs in
            let first = try await jobs.model.offload(Echo(text: "a"))
            let second = try await jobs.model.offload(Twice(number: 1), after: [first.id])
            let third = try await jobs.model.offload(Echo(text: "c"), after: [second.id])
            let page = try await jobs.page("/jobs/\(second)")
            #expect(page.contains(#"<a class="box entered blocking" href="/jobs/\#(first)">"#))
            #expect(page.contains(#"<g class="box waiting this">"#))
            #expect(page.contains(#"<a class="box waiting" href="/jobs/\#(third)">"#))
            #expect(page.contains("Blocked by: \(first)."))
            let flow = try #require(try await jobs.json("/jobs/\(second)")["flow"])
            let boxes = try #require(flow["boxes"]?.children)
            let tickets = Set(boxes.compactMap { $0["ticket"]?.text })
            #expect(tickets == ["\(first)", "\(second)", "\(third)"])
            let blocking = boxes.filter { $0["isBlocking"]?.compact == "true" }
            #expect(blocking.map { $0["path"]?.text } == ["/jobs/\(first)"])
            #expect(flow["arrows"]?.children.count == 2)
        }
    }

    @Test func aJobAloneHasNone() async throws {
        try await withJobs { jobs in
            let ticket = try await jobs.model.offload(Echo(text: "a"))
            let page = try await jobs.page("/jobs/\(ticket)")
            #expect(!page.contains(#"<svg class="flow""#))
            let job = try await jobs.json("/jobs/\(ticket)")
            #expect(job["flow"] == nil)
            #expect(job["timeline"]?["entries"] != nil)
        }
    }

    @Test func aFanIsAFewBoxesAndACount() async throws {
        try await withJobs { jobs in
            let hub = try await jobs.model.offload(Echo(text: "a"))
            _ = try await jobs.model.offload((0..<30).map { Twice(number: $0) }, after: [hub.id])
            let page = try await jobs.page("/jobs/\(hub)")
            #expect(page.split(separator: #"<a class="box waiting""#).count == 9)
            #expect(page.contains(">and 22 more</text>"))
            #expect(page.contains("Jobs that need it: 30."))
        }
    }

    @Test func aFailedNeedIsMarked() async throws {
        try await withJobs { jobs in
            let first = try await jobs.model.offload(Echo(text: "a"))
            let second = try await jobs.model.offload(Echo(text: "b"), after: [first.id])
            try await first.cancel()
            let page = try await jobs.page("/jobs/\(second)")
            #expect(page.contains(#"<a class="box cancelled blocking" href="/jobs/\#(first)">"#))
            #expect(page.contains(#"<g class="box error this">"#))
            let other = try await jobs.page("/jobs/\(first)")
            #expect(other.contains(#"<a class="box error" href="/jobs/\#(second)">"#))
        }
    }

    /// Whoever may view the jobs sees each of them. Others see their own tickets, and no other job.
    @Test func whoMayNotViewTheJobsSeesNoForeignOne() async throws {
        try await withJobs { jobs in
            let own = try await jobs.model.acting(as: "ann").offload(Echo(text: "a"))
            let foreign = try await jobs.model.offload(Twice(number: 1), after: [own.id])
            #expect(try await jobs.page("/jobs/\(own)", by: jobs.watchman).contains("test.twice"))
            let owner = try await Program("ann", roles: [], jobs.site)
            for accept in ["Accept: text/html", "Accept: application/json"] {
                let refused = try await owner.get("/jobs/\(own)", accept)
                #expect(refused.status == 403 || refused.status == 404, "\(refused.status)")
                let shown = try await owner.get("/tickets/\(own)", accept)
                #expect(shown.status == 200)
                for answer in [refused, shown] {
                    #expect(!answer.body.contains("test.twice") && !answer.body.contains("\(foreign)"))
                }
            }
        }
    }

    @Test func aLifeIsDrawnAndToldToPrograms() async throws {
        try await withJobs { jobs in
            try await withWorker(jobs.model) {
                let ticket = try await jobs.model.offload(Refuse(.model))
                _ = try? await ticket.value
                let page = try await jobs.page("/jobs/\(ticket)")
                #expect(page.contains(#"<rect class="entry attempt error""#))
                #expect(page.contains("Refused (DjetModel.ModelError)</title>"))
                let timeline = try #require(try await jobs.json("/jobs/\(ticket)")["timeline"])
                #expect(timeline["isOver"]?.compact == "true")
                let entries = try #require(timeline["entries"]?.children)
                let attempt = try #require(entries.first { $0["lane"]?.text == "attempt" })
                #expect(attempt["outcome"]?.text == "error")
                #expect(attempt["errorType"]?.text == "DjetModel.ModelError")
            }
        }
    }

    @Test func stepsAndSignalsAreOnTheTimeline() async throws {
        try await withJobs { jobs in
            let (model, store) = (jobs.model, jobs.database.store)
            let ticket = try await model.offload(ThreeSteps(label: "a"))
            let id = ticket.id.number
            try await jobs.database.enterWorker(1)
            try await store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await store.query(
                model.queue.keepStep(worker: 1, id: id, attempt: 1, name: "<first>", value: "1"))
            try await store.query(
                model.queue.awaitSignal("payment", worker: 1, id: id, attempt: 1, within: .seconds(3600)))
            try await store.query(model.queue.park(worker: 1, id: id, attempt: 1, signal: "payment"))
            let page = try await jobs.page("/jobs/\(ticket)")
            #expect(page.contains("<title>&lt;first&gt;, "))
            #expect(page.contains("<title>waits for the signal “payment”: "))
            let entries = try await jobs.json("/jobs/\(ticket)")["timeline"]?["entries"]?.children ?? []
            let lanes = Set(entries.compactMap { $0["lane"]?.text })
            #expect(lanes.isSuperset(of: ["step", "signal"]))
        }
    }
}
