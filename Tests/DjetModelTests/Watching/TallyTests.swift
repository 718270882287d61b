import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

@Suite struct TallyTests {
    @Test func theTallySaysWhatTheHistorySays() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp(patience: .seconds(60))
            for span in [TallySpan.hour, .day] {
                let tallies = try await model.tally(by: span, since: .longAgo, until: .inALongTime)
                for status in [JobStatus.finished, .error, .cancelled] {
                    let counted = tallies.filter { $0.status == status }.map(\.amount).reduce(0, +)
                    let until = try await database.until
                    #expect(counted == history.ids { $0.status == status && $0.finishedAt < until }.count)
                }
            }
            let slow = try await model.tally(
                by: .day, since: .longAgo, until: .inALongTime, queue: "slow")
            #expect(
                slow.filter { $0.status == .finished }.allSatisfy {
                    abs($0.waited - 2 * Double($0.amount)) < 0.001
                })
            #expect(
                slow.filter { $0.status == .finished }.allSatisfy { abs($0.ran - Double($0.amount)) < 0.001 })
        }
    }

    @Test func theCountsAreWhole() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(2_000, in: database)
            let model = database.model()
            let live = try await model.offload((0..<5).map { Twice(number: $0) }, on: "slow")
            try await database.store.query("select jobmachine.recount()")
            for _ in 0..<2 {
                // Before anything is tallied, and after.
                let counts = try await model.jobCounts()
                let errors = counts.filter { $0.status == .error }.map(\.amount).reduce(0, +)
                #expect(errors == history.ids { $0.status == .error }.count)
                #expect(counts.map(\.amount).reduce(0, +) == 2_000 + live.count)
                #expect(counts.contains(JobCount(queue: "slow", status: .entered, amount: 5, isExact: true)))
                try await model.rollUp(patience: .seconds(60))
            }
        }
    }

    @Test func manyLiveJobsAreEstimatedAndSaidToBe() async throws {
        try await withDatabase { database in
            let model = database.model()
            _ = try await model.offload((0..<300).map { Twice(number: $0) })
            try await database.store.query("analyze jobmachine.job")
            let rows = try await database.store.query("select * from jobmachine.live_counts(100)")
            #expect(rows.count == 1)
            #expect(try rows[0].value("is_exact", as: Bool.self) == false)
            #expect((200...400).contains(try rows[0].value("amount", as: Int.self)))
        }
    }

    @Test func aJobWhoseTransactionCommitsLateIsWaitedForAndCounted() async throws {
        try await withDatabase { database in
            let model = database.model()
            let ticket = try await model.offload(Echo(text: "late"))
            try await database.enterWorker(1)
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            let late = try await Connection.open(database.connectionString)
            // Simulates a transaction that began, and ended its job, some minutes ago.
            try await late.query("begin")
            try await late.query(
                model.queue.reply(worker: 1, ids: [ticket.id.number], attempts: [1], replies: ["1"]))
            let settled = "select jobmachine.settled_until()" as Statement
            let before = try #require(try await database.store.first(settled, as: Date.self))
            let began = try #require(try await late.first("select now()", as: Date.self))
            #expect(before <= began, "nothing of the minute in which it began is counted")
            try await database.store.query(
                "update jobmachine.tally_mark set until = until - interval '1 hour'")
            #expect(try await model.rollUp() <= began)
            try await late.query("commit")
            late.close()
            try await database.store.query(
                "update jobmachine.history set finished_at = finished_at - interval '3 minutes'")
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp()
            let tallies = try await model.tally(by: .minute, since: .longAgo, until: .inALongTime)
            #expect(tallies.map(\.amount) == [1])
        }
    }

    @Test func aRetriedJobIsTakenOffTheCountsButStaysInTheTally() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
            for ticket in tickets { try await ticket.cancel() }
            try await database.store.query(
                "update jobmachine.history set finished_at = finished_at - interval '3 minutes'")
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp()
            try await model.retry(tickets[1].id)
            let counts = try await model.jobCounts()
            #expect(counts.contains(JobCount(queue: "default", status: .cancelled, amount: 2, isExact: true)))
            #expect(counts.contains(JobCount(queue: "default", status: .entered, amount: 1, isExact: true)))
            let tally = try await model.tally(by: .hour, since: .longAgo, until: .inALongTime)
            #expect(tally.map(\.amount).reduce(0, +) == 3)
        }
    }

    @Test func manyAtOnceCountNothingTwice() async throws {
        try await withDatabase { database in
            _ = try await FilledHistory(1_000, in: database)
            let model = database.model()
            try await database.store.query("select jobmachine.recount()")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 { group.addTask { try await model.rollUp(patience: .seconds(60)) } }
                try await group.waitForAll()
            }
            try await model.rollUp(patience: .seconds(60))
            let counts = try await model.jobCounts()
            #expect(counts.map(\.amount).reduce(0, +) == 1_000)
        }
    }

    @Test func theTallyGoesWithItsDays() async throws {
        try await withDatabase { database in
            _ = try await FilledHistory(1_000, in: database)
            let model = database.model()
            try await database.store.query("select jobmachine.recount()")
            try await model.rollUp(patience: .seconds(60))
            try await database.store.query(
                "select jobmachine.drop_days((now() at time zone 'UTC')::date - 1)")
            let left = try await database.store.first("select count(*) from jobmachine.history", as: Int.self)
            let counts = try await model.jobCounts()
            #expect(counts.map(\.amount).reduce(0, +) == left)
        }
    }
}

extension TestDatabase {
    /// The time up to which all jobs are counted.
    fileprivate var until: Date {
        get async throws {
            try await store.first("select until from jobmachine.tally_mark", as: Date.self) ?? .distantPast
        }
    }
}

extension Date {
    fileprivate static var longAgo: Date { Date(timeIntervalSince1970: 0) }
    fileprivate static var inALongTime: Date { Date(timeIntervalSince1970: 9_999_999_999) }
}
