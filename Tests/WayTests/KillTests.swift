import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct KillTests {
    @Test func workersThatAreKilledAgainAndAgainLoseNothingAndDoNothingTwice() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            let tickets = try await model.offload((0..<1_200).map { Effect(label: "\($0)") })
            var workers = try WorkerProcesses(2, on: database)
            for milestone in stride(from: 150, to: 1_200, by: 150) {
                _ = try await tickets[milestone].value
                // The worker dies in the middle of its jobs: there are some until the last milestone.
                try workers.replaceOne()
            }
            let results = try await model.results(of: tickets)
            #expect(try results.map { try $0.get() } == (0..<1_200).map { "\($0)" })
            #expect(await workers.stop())
            let labels = try await database.store.rows("select label from effect", as: String.self)
            #expect(labels.count == 1_200)
            #expect(Set(labels).count == 1_200)
            let ended = try await database.store.first(
                "select count(*) from jobmachine.history where status = 'finished'", as: Int.self)
            #expect(ended == 1_200)
        }
    }

    @Test func anImportInStepsSurvivesBeingKilledAgainAndAgain() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model(testFunctions + [ImportOrders.self])
            let orders = SampleOrders(count: 12_000, seed: 5).flatMap { $0 }
            let file = try await model.storeFile(name: "orders.csv", mimeType: "text/csv") {
                try await $0.write(orders)
            }
            let ticket = try await model.offload(ImportOrders(file: file, inSteps: true))
            for attempt in 1...4 {
                let worker = try TestProcess("test-worker", ["work", database.connectionString, "default"])
                // Only this attempt's steps count: the one before may have done more of them before it was
                // dead.
                let steps: Statement = "select count(*) from jobmachine.step where attempt = \(attempt)"
                try await database.wait(on: "jobmachine.\(ticket)") {
                    if try await database.store.first(steps, as: Int.self) ?? 0 > 0 { return true }
                    // A premature end is found below.
                    return try await ticket.status.isEnded
                }
                worker.signal(SIGKILL)
                _ = await worker.exitCode()
            }
            let report = try await withWorker(model) { try await ticket.value }
            let lines = try await database.store.first("select count(*) from sales.order_line", as: Int.self)
            #expect(lines == report.accepted)
            #expect(report.lines > 100_000)
            let total = try await database.store.first("select sum(total) from sales.order", as: Decimal.self)
            #expect(total == report.netTotal)
            let attempts = try await model.attempts(of: ticket.id)
            #expect(attempts.count == 4)
        }
    }
}
