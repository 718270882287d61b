import DjetStore
import DjetTestSupport
import Testing

@testable import DjetModel

@Suite struct TicketWatchTests {
    @Test func whoWaitsForTheEndLooksAtTheStartAndAtTheEndAlone() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a")).id
            var looks = Glimpse.looks.stream.makeAsyncIterator()
            async let end = TicketWatch<Glimpse>(ticket, in: model).end()
            _ = await looks.next()
            for _ in 1...3 { try await database.ring("jobmachine.\(ticket)", saying: JobQueue.moved) }
            try await model.cancel(ticket)
            let last = try await end
            #expect(last?.isLast == true)
            Glimpse.looks.continuation.finish()
            var rest = 0
            while await looks.next() != nil { rest += 1 }
            #expect(rest == 1)
        }
    }

    @Test func eachRingThatIsReadIsALookUntilTheEnd() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a")).id
            var findings = TicketWatch<TicketLook>(ticket, in: model).makeAsyncIterator()
            #expect(try await findings.next()?.state.status == .entered)
            try await database.ring("jobmachine.\(ticket)", saying: JobQueue.moved)
            #expect(try await findings.next()?.state.status == .entered)
            try await model.cancel(ticket)
            #expect(try await findings.next()?.state.status == .cancelled)
            #expect(try await findings.next()?.state == nil)
        }
    }

    @Test func whoWaitsForTheEndIsToldOfAJobThatIsNotThere() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a")).id
            try await model.cancel(ticket)
            try await model.waitForEnd(of: ticket)
            let unknown = TicketID(queue: "slow", number: ticket.number)
            await #expect(throws: JobError.self) { try await model.waitForEnd(of: unknown) }
        }
    }

    @Test func whoIsCancelledLeavesNothingBehind() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a")).id
            let listener = model.store.listener
            let before = listener.subscriberCount
            let wait = Task { try await TicketWatch<TicketLook>(ticket, in: model).end()?.state }
            try await until { listener.subscriberCount > before }
            wait.cancel()
            _ = await wait.result
            #expect(listener.subscriberCount == before)
        }
    }
}

/// A look that is counted.
private struct Glimpse: TicketFinding {
    static let looks = AsyncStream.makeStream(of: Void.self)

    let isLast: Bool

    static func find(
        _ ticket: TicketID, after position: inout EventID, _ queue: JobQueue, in database: any Database
    ) async throws -> Glimpse {
        let look = try await TicketLook.find(ticket, after: &position, queue, in: database)
        looks.continuation.yield()
        return Glimpse(isLast: look.isLast)
    }
}

extension TestDatabase {
    fileprivate func ring(_ channel: String, saying word: String) async throws {
        try await store.query("select pg_notify(\(channel), \(word))")
    }
}
