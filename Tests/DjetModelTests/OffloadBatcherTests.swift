import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// Single jobs that are offloaded at the same time are sent together.
@Suite struct OffloadBatcherTests {
    @Test func manyAtOnceAreAllThereEachAsItWasMeant() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            // The server's clock decides what is due.
            let tomorrow = Date().addingTimeInterval(86_400)
            let tickets = try await withThrowingTaskGroup(of: (Int, Ticket<Int>).self) { group in
                for number in 0..<300 {
                    group.addTask {
                        let model = model.acting(as: "user\(number % 3)")
                        return (
                            number,
                            try await model.offload(
                                Twice(number: number), on: number.isMultiple(of: 2) ? "even" : "odd",
                                priority: number % 10,
                                runAt: number.isMultiple(of: 50) ? tomorrow : nil)
                        )
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(Set(tickets.values.map(\.id.number)).count == 300)
            for (number, ticket) in tickets {
                let job = try await ticket.job
                #expect(job.arguments == #"{"number": \#(number)}"#)
                #expect(job.priority == number % 10)
                #expect(job.queue == (number.isMultiple(of: 2) ? "even" : "odd"))
                #expect(job.status == (number.isMultiple(of: 50) ? .scheduled : .entered))
            }
            let users = try await database.store.first(
                "select count(distinct environment ->> 'user') from jobmachine.job", as: Int.self)
            #expect(users == 3)
            let transactions = try await database.store.first(
                "select count(distinct xmin::text) from jobmachine.job", as: Int.self)
            #expect((1..<300).contains(transactions ?? 0), "\(transactions ?? 0) transactions")
        }
    }

    @Test func oneThatIsRefusedDoesNotHurtTheOthers() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<60 {
                    group.addTask {
                        let queue = number == 30 ? "No Queue" : "default"
                        do {
                            _ = try await model.offload(Twice(number: number), on: queue)
                            return (number, true)
                        } catch {
                            #expect("\(error)".contains("is not a queue's name"))
                            return (number, false)
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(outcomes.filter { !$0.value }.keys.sorted() == [30])
            let count = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(count == 59)
        }
    }

    @Test func whoeverIsCancelledBeforeItsJobWasSentLeavesNone() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            // The first one waits for this lock, and all others for the first one.
            let blocker = try await Connection.open(database.connectionString)
            try await blocker.query("begin")
            try await blocker.query("lock table jobmachine.job in exclusive mode")
            let first = Task { try await model.offload(Twice(number: 1)) }
            _ = try await database.blocked(like: "%offload%")
            let second = Task { try await model.offload(Twice(number: 2)) }
            second.cancel()
            await #expect(throws: CancellationError.self) { try await second.value }
            try await blocker.query("commit")
            _ = try await first.value
            blocker.close()
            let numbers = try await database.store.rows(
                "select (arguments ->> 'number')::int from jobmachine.job", as: Int.self)
            #expect(numbers == [1])
        }
    }
}
