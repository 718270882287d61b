import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The figures for monitors, which grow and are grouped by few names.
@Suite struct FigureTests {
    @Test func theTotalsSayWhatTheHistorySays() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(2_000, in: database)
            let model = database.model()
            try await database.store.query("select jobmachine.recount()")
            // Whatever is counted once is not counted again.
            for _ in 0..<3 { try await model.rollUp(patience: .seconds(60)) }
            let mark = try await database.store.first(
                "select until from jobmachine.tally_mark", as: Date.self)
            let counted = history.jobs.filter { job in mark.map { job.finishedAt < $0 } ?? false }
            let totals = try await model.totals(by: .queue, of: ["default", "none"])
            #expect(counted.count > 100)
            for status in [JobStatus.finished, .error, .cancelled] {
                for (name, queue) in [("default", "default"), (JobCount.others, "slow")] {
                    let total = totals.first { $0.name == name && $0.status == status }
                    let amount = counted.count { $0.queue == queue && $0.status == status }
                    #expect((total?.amount ?? 0) == amount)
                    #expect(total?.attempts == total?.amount)
                    #expect(total.map { abs($0.waited - 2 * Double($0.amount)) < 0.001 } != false)
                }
            }
            let kinds = try await model.totals(by: .kind, of: ["test.rare"])
            #expect(Set(kinds.map(\.name)) == ["test.rare", JobCount.others])
            #expect(kinds.reduce(0) { $0 + $1.amount } == counted.count)
        }
    }

    @Test func aTimeOnABoundBelongsBelowIt() async throws {
        try await withDatabase { database in
            // All of them waited two seconds, and ran for one.
            _ = try await FilledHistory(400, in: database)
            let model = database.model()
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp(patience: .seconds(60))
            let bounds = try await model.spreadBounds()
            let total = try await model.totals(by: .queue, of: []).reduce(0) { $0 + $1.amount }
            for (time, seconds) in [(JobSpread.Time.waited, 2.0), (.ran, 1.0)] {
                let spread = try await model.spread(of: time, by: .kind, of: [])
                #expect(spread.map(\.bucket) == [bounds.count { $0 < seconds }])
                #expect(spread.map(\.amount) == [total])
            }
        }
    }

    @Test func theTotalsKeepWhatIsRetried() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
            for ticket in tickets { try await ticket.cancel() }
            try await database.store.query(
                "update jobmachine.history set finished_at = finished_at - interval '3 minutes'")
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp()
            try await model.retry(tickets[1].id)
            try await model.rollUp()
            let totals = try await model.totals(by: .queue, of: ["default"])
            #expect(totals.map(\.amount) == [3] && totals.map(\.status) == [.cancelled])
            // No worker has claimed them.
            #expect(try await model.spread(of: .waited, by: .queue, of: ["default"]).isEmpty)
        }
    }

    @Test func theNextJobOfAQueueTellsHowLongItHasWaited() async throws {
        try await withDatabase { database in
            let model = database.model()
            let echo = Echo(text: "a")
            for queue in ["default", "slow", "slow"] { _ = try await model.offload(echo, on: queue) }
            _ = try await model.offload(echo, on: "later", runAt: Date(timeIntervalSinceNow: 3_600))
            try await database.store.query(
                """
                update jobmachine.job
                set offloaded_at = now() - interval '10 minutes', run_at = now() - interval '5 minutes'
                where queue = 'slow'
                """)
            let waits = try await model.oldestWaits(of: ["slow"])
            #expect(waits.map(\.name) == [JobCount.others, "slow"], "a scheduled job does not wait yet")
            #expect(waits.last.map { (300..<360).contains($0.seconds) } == true)
            try await database.enterWorker(1)
            try await database.store.query(model.queue.claim("slow", worker: 1, amount: 2, floors: []))
            #expect(try await model.oldestWaits(of: ["slow"]).map(\.name) == [JobCount.others])
        }
    }
}
