import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetJobmachine

@Suite struct CompletionsTests {
    @Test func noMoreJobsAreWantedWhileAnswersPileUp() async throws {
        try await withDatabase { database in
            let (rooms, told) = AsyncStream.makeStream(of: Void.self)
            let completions = Completions(
                database.model(), FailureLog(TestDatabase.logger), onRoom: { told.yield() }, worker: { 1 })
            #expect(completions.hasRoom)
            try await database.store.transaction { connection in
                try await connection.query("lock table jobmachine.history in exclusive mode")
                for number in 1...3000 {
                    let ticket = TicketID(queue: "default", number: Int64(number))
                    completions.add(.init(ticket: ticket, kind: "x", attempt: 1, reply: "1"))
                }
                #expect(!completions.hasRoom)
            }
            var room = rooms.makeAsyncIterator()
            await room.next()
            #expect(completions.hasRoom)
            await completions.settle()
            #expect(completions.ids.isEmpty)
        }
    }

    @Test func whoeverIsToldLaterIsToldWithOthers() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let completions = Completions(
                database.model(), FailureLog(TestDatabase.logger), onRoom: {}, worker: { 1 })
            let last = "jobmachine.default.100"
            var rings = database.store.listener.rings(on: [last]).makeAsyncIterator()
            #expect(await rings.next() == .began)
            for number in 1...100 { completions.tell(TicketID(queue: "default", number: Int64(number))) }
            #expect(await rings.next() == .rang(channel: last))
            await completions.settle()
            let count = try await database.calls(like: "%pg_notify%")
            #expect((1...10).contains(count), "\(count) statements for a hundred")
        }
    }

    @Test(.endsWithTheSuite) func whoeverWaitsIsToldWhileOthersWaitForTheSlot() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let model = database.model(testFunctions)
            let tickets = try await model.offload((0..<300).map { Echo(text: "\($0)") })
            let values = Task {
                try await withThrowingTaskGroup(of: String.self) { group in
                    for ticket in tickets { group.addTask { try await ticket.value } }
                    return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
            }
            // From here on only a ring can tell them.
            while try await database.calls(like: "%outcomes(%") < tickets.count {
                try await Task.sleep(for: .milliseconds(5))
            }
            let count = try await withWorker(model, configuration: WorkerConfiguration(slots: 1)) {
                try await values.value.count
            }
            #expect(count == tickets.count)
        }
    }
}
