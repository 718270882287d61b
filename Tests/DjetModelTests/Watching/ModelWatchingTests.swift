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

    @Test func aFlowHasThreeStepsInEachDirection() async throws {
        try await withDatabase { database in
            let model = database.model()
            var chain: [TicketID] = []
            for _ in 0..<10 {
                let next = try await model.offload(Echo(text: "a"), after: .finished(Array(chain.suffix(1))))
                chain.append(next.id)
            }
            let flow = try await model.neighbours(of: chain[4]).flow
            let jobs = flow.filter { $0.id != nil }.sorted { $0.step < $1.step }
            #expect(jobs.map(\.step) == Array(-3...3))
            #expect(jobs.compactMap(\.ticket) == Array(chain[1...7]))
            #expect(jobs.last?.linked == [chain[6].number], "it needs the one before")
            let rests = flow.filter { $0.id == nil }.sorted { $0.step < $1.step }
            #expect(rests.map(\.step) == [-4, 4])
            #expect(rests.map(\.linked) == [[chain[1].number], [chain[7].number]])
            #expect(rests.allSatisfy { $0.amount == 1 && !$0.isExact }, "nobody has looked further")
        }
    }

    @Test func ofManyNeighboursEightAreToldAndTheOthersCounted() async throws {
        try await withDatabase { database in
            let model = database.model()
            let root = try await model.offload(Echo(text: "a"))
            let leaves = try await model.offload((0..<20).map { Twice(number: $0) }, after: [root.id])
            let last = try await model.offload(Echo(text: "b"), after: .finished(leaves.map(\.id)))
            for (ticket, step) in [(root.id, 1), (last.id, -1)] {
                let flow = try await model.neighbours(of: ticket).flow
                #expect(flow.filter { $0.id != nil && $0.step == step }.count == 8)
                let rest = try #require(flow.first { $0.id == nil })
                #expect(rest.step == step && rest.amount == 12 && rest.isExact)
                #expect(rest.linked == [ticket.number])
            }
            let middle = try await model.neighbours(of: leaves[0].id).flow
            #expect(Set(middle.compactMap(\.ticket)) == [root.id, leaves[0].id, last.id])
        }
    }

    @Test func aFlowKnowsFailedNeedsAndFinishedOnesNoLonger() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let failed = try await model.offload(Echo(text: "a"))
            let lost = try await model.offload(Echo(text: "b"), after: [failed.id])
            try await failed.cancel()
            let flow = try await model.neighbours(of: lost.id).flow
            #expect(flow.map(\.status) == [.cancelled, .error])
            try await withWorker(model) {
                let first = try await model.offload(Echo(text: "c"))
                let second = try await model.offload(Echo(text: "d"), after: [first.id])
                _ = try await second.value
                let over = try await model.neighbours(of: second.id).flow
                #expect(over.isEmpty)
            }
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

    /// It holds no snapshot between its statements, and keeps vacuum from its work all the same.
    @Test func whoHasWrittenAndStaysIsTold() async throws {
        try await withDatabase { database in
            let writer = try await Connection.open(database.connectionString + " application_name=writer")
            defer { writer.close() }
            try await writer.query("begin")
            try await writer.query("create table forgotten ()")
            let oldest = try #require(try await database.model().oldestSnapshot())
            #expect(oldest.application == "writer" && oldest.state == "idle in transaction")
        }
    }
}
