import DjetModel
import DjetTestSupport
import Foundation
import Testing

@Suite struct OldestFirstTests {
    @Test func theOtherOrderIsTheListBackwards() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(4_000, in: database)
            let model = database.model()
            let since = Date(timeIntervalSince1970: 0)
            for (search, page) in [
                (JobSearch(), 333), (JobSearch(queue: "slow"), 50), (JobSearch(status: .error), 7),
                (JobSearch(kind: "test.rare"), 1), (JobSearch(worker: 2), 50), (JobSearch(user: "ada"), 50),
                (JobSearch(user: "bob"), 1), (JobSearch(since: since), 500), (JobSearch(text: "1"), 100),
            ] {
                let newest = try await model.everyJob(search, by: page)
                var turned = search
                turned.order = .oldest
                #expect(try await model.everyJob(turned, by: page) == newest.reversed(), "\(search)")
            }
            let all = history.ids { _ in true }
            #expect(try await model.everyJob(JobSearch(order: .oldest)) == all.reversed())
        }
    }

    @Test func aTimeBoundsItOnBothSides() async throws {
        try await withDatabase { database in
            let history = try await FilledHistory(2_000, in: database)
            let model = database.model()
            let (until, since) = (history.jobs[500].finishedAt, history.jobs[1_500].finishedAt)
            let found = try await model.everyJob(
                JobSearch(since: since, until: until, order: .oldest), by: 77)
            #expect(found == history.ids { $0.finishedAt >= since && $0.finishedAt < until }.reversed())
        }
    }

    @Test func liveJobsComeAfterEndedOnesAndByTheirNumber() async throws {
        try await withDatabase { database in
            let model = database.model()
            let jobs = try await model.offload((0..<9).map { Twice(number: $0) })
            for job in jobs[3..<5] { try await job.cancel() }
            let numbers = jobs.map(\.id.number)
            let expected = Array(numbers[3..<5] + numbers[..<3] + numbers[5...])
            #expect(try await model.everyJob(JobSearch(order: .oldest), by: 2) == expected)
            #expect(
                try await model.everyJob(JobSearch(status: .entered, order: .oldest), by: 2)
                    == Array(numbers[..<3] + numbers[5...]))
        }
    }
}
