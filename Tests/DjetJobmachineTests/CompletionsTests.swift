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
}
