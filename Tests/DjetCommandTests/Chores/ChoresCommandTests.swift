import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct ChoresCommandTests {
    @Test func choresAreListedWithTheirTimes() async throws {
        try await withDatabase(business: true) { database in
            let model = database.model()
            let sweep = Chore("sweep", every: .seconds(3_600)) { _ in }
            try await model.declareChores([sweep], of: "shop")
            let fresh = try await Run.office("chores", on: database)
            let lines = fresh.output.split(separator: "\n")
            #expect(lines.first?.hasPrefix("CHORE ") == true, "\(fresh.error)")
            #expect(
                lines.dropFirst().first?.contains(#/^sweep +shop +1 h +.* has not run yet$/#) == true)
            #expect(lines.contains { $0.contains(#/^djet\.settle +djet +1 min +.* has not run yet$/#) })

            try await database.enterWorker(1)
            let claims: [ChoreClaim] = try await database.store.rows(
                model.queue.claimChores(["sweep"], worker: 1))
            let running = try await Run.office("chores", on: database)
            #expect(running.output.contains("worker 1 runs it\n"), "\(running.output)")
            let claim = try #require(claims.first)
            try await database.store.query(
                model.queue.endChore(claim, worker: 1, error: "there is\nno broom"))
            let failed = try await Run.office("chores", on: database)
            #expect(failed.output.contains(" failed: there is"), "\(failed.output)")
            let json = try await Run.office("chores", "--json", on: database)
            let chores = try #require(try json.json() as? [[String: Any]])
            #expect(chores.first?["name"] as? String == "sweep")
            #expect(chores.first?["every"] as? Double == 3_600)
            #expect(chores.first?["error"] as? String == "there is\nno broom")
        }
    }
}
