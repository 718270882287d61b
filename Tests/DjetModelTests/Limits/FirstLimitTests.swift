import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The first limits of a queue. Its claims locked nothing before.
@Suite struct FirstLimitTests {
    @Test func aClaimUnderWayCountsWhenTheyAreSetAgain() async throws {
        try await withLine(10, limit: nil) { line in
            let other = try await Connection.open(line.database.connectionString)
            defer { other.close() }
            try await other.query("begin")
            try await other.query(line.model.queue.claim("default", worker: 1, amount: 3, floors: []))
            try await line.model.limit("default", to: QueueLimit(running: 2))
            try await other.query("commit")
            let beside = try await line.claim(1)
            #expect(beside.count == 1, "the claim that was under way took its jobs without a limit")
            try await line.model.limit("default", to: QueueLimit(running: 4))
            let none = try await line.claim(10)
            #expect(none == [], "four run, and four may")
        }
    }
}
