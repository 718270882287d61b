import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct ModelWatchingTests {
    @Test func workersAreShownWithWhatTheyRun() async throws {
        try await withWorker(of: testFunctions) { database, model in
            let ticket = try await model.offload(SleepAnHour())
            let job = try await database.job(of: ticket) { $0.progress != nil }
            let workers = try await model.workers()
            #expect(workers.map(\.id) == [job.worker])
            #expect(workers.map(\.isAlive) == [true])
            #expect(workers.map(\.slots) == [10])
            let running = try await model.runningJobs()
            #expect(running.map(\.id) == [ticket.id.number])
            #expect(running[0].progress?.note == "here")
            try await ticket.cancel()
        }
    }

    @Test func aJobKnowsItsNeighbours() async throws {
        try await withDatabase { database in
            let model = database.model()
            let first = try await model.offload(Echo(text: "a"))
            let second = try await model.offload(Echo(text: "b"), after: [first.id])
            let third = try await model.offload(Echo(text: "c"), after: [first.id, second.id])
            let ofSecond = try await model.neighbours(of: second.id)
            #expect(ofSecond.needs.map(\.id) == [first.id.number])
            #expect(ofSecond.waiting.map(\.id) == [third.id.number])
            let ofThird = try await model.neighbours(of: third.id)
            #expect(ofThird.needs.map(\.id) == [first.id.number, second.id.number])
            #expect(ofThird.waiting.isEmpty)
        }
    }

    @Test func whoHoldsTheOldestSnapshotIsTold() async throws {
        try await withDatabase { database in
            let model = database.model()
            let holder = try await Connection.open(database.connectionString + " application_name=holder")
            try await holder.query("begin isolation level repeatable read")
            try await holder.query("select 1")
            let oldest = try #require(try await model.oldestSnapshot())
            #expect(oldest.application == "holder")
            #expect(oldest.holder == "session")
            #expect(oldest.state == "idle in transaction")
            #expect(oldest.pid == Int(holder.processID))
            try await holder.query("commit")
            holder.close()
        }
    }
}
