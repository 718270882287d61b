import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@testable import DjetJobmachine

@Suite struct CompletionsTests {
    @Test func noMoreJobsAreWantedWhileAnswersPileUp() async throws {
        try await withDatabase { database in
            let (rooms, told) = AsyncStream.makeStream(of: Void.self)
            let completions = Completions(database.model(), onRoom: { told.yield() }, worker: { 1 })
            #expect(completions.hasRoom)
            try await database.store.transaction { connection in
                try await connection.query("lock table jobmachine.history in exclusive mode")
                for number in 1...3000 {
                    let ticket = TicketID(queue: "default", number: Int64(number))
                    completions.add(.init(ticket: ticket, attempt: 1, reply: "1"))
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
            let completions = Completions(database.model(), onRoom: {}, worker: { 1 })
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

    @Test func whoeverWaitsIsToldWhileOthersWaitForTheSlot() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await withWorker(model, configuration: WorkerConfiguration(slots: 1)) {
                let (first, second) = try await database.withGate(1) { open in
                    let tickets = try await model.offload([
                        Effect(label: "first"), Effect(label: "second", gate: 1), Effect(label: "third"),
                    ])
                    let first = try await tickets[0].value
                    try await open()
                    return (first, try await tickets[1].value)
                }
                #expect([first, second] == ["first", "second"])
            }
        }
    }
}
