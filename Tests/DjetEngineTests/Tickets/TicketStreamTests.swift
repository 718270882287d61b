import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A browser follows a job over real sockets while a real worker runs it.
@Suite struct TicketStreamTests {
    @Test func aJobIsFollowedFromItsEntryToItsEnd() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(WriteLog(lines: 2)).id
            let stream = try tickets.follow(ticket)
            let first = try #require(try await stream.next())
            #expect(first.name == "state")
            #expect(first.data.contains(#""status":"entered""#))
            #expect(first.data.contains(#""ticket":"default.1""#))
            try await withWorker(tickets.model) {
                let rest = try await stream.all()
                let lines = rest.filter { $0.name == "log" }
                #expect(lines.count == 3)
                #expect(lines.first?.data.contains(#""message":"line 0 (number=0)""#) == true)
                #expect(rest.suffix(2).map(\.name) == ["state", "reply"])
                #expect(rest.last?.data == #"{"reply":2}"#)
            }
        }
    }

    @Test func whoComesAgainMissesNothingAndSeesNothingTwice() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(WriteLog(lines: 5)).id
            try await withWorker(tickets.model) {
                let all = try await tickets.follow(ticket).all()
                #expect(all.suffix(8).map(\.name) == Array(repeating: "log", count: 6) + ["state", "reply"])
                for (index, event) in all.enumerated().suffix(8) {
                    #expect(
                        try await tickets.follow(ticket, after: event.id).all() == Array(all[(index + 1)...]))
                }
                let last = try #require(all.last)
                let over = try await tickets.ask(
                    "ann", "/tickets/\(ticket)/events", ["Last-Event-ID: \(last.id)"])
                #expect(over.status == 204, "which tells a browser not to come again")
                let asked = try await tickets.ask("ann", "/tickets/\(ticket)/events?after=\(last.id)")
                #expect(asked.status == 204)
                let nonsense = try await tickets.ask(
                    "ann", "/tickets/\(ticket)/events", ["Last-Event-ID: '; drop table job"])
                #expect(nonsense.body.contains("event: reply"))
            }
        }
    }

    @Test func whenTheListeningConnectionBreaksNothingIsLost() async throws {
        try await withTickets { tickets in
            try await tickets.database.withGate(1) { open in
                let ticket = try await tickets.ann.offload(WriteLog(lines: 3, gate: 1)).id
                let stream = try tickets.follow(ticket)
                try await withWorker(tickets.model) {
                    var events: [TestStream.Event] = []
                    while let event = try await stream.next() {
                        events.append(event)
                        guard events.count(where: { $0.name == "log" }) == 3, events.last?.name != "reply"
                        else {
                            continue
                        }
                        guard let id = tickets.model.store.listener.connection?.processID else { continue }
                        try await tickets.database.store.query("select pg_terminate_backend(\(id))")
                        if event.name == "log" { try await open() }
                    }
                    #expect(events.count(where: { $0.name == "log" }) == 4)
                    #expect(events.last?.data == #"{"reply":3}"#)
                }
            }
        }
    }

    @Test func whenTheBrowserGoesNothingIsLeft() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(Echo(text: "a")).id
            let listener = tickets.model.store.listener
            let before = listener.subscriberCount
            let streams = try (0..<3).map { _ in try tickets.follow(ticket) }
            for stream in streams { #expect(try await stream.next()?.name == "state") }
            #expect(listener.subscriberCount == before + 3)
            for stream in streams { await stream.leave() }
            try await until { listener.subscriberCount <= before }
            #expect(listener.subscriberCount == before)
        }
    }

    @Test func aJobThatIsCancelledSaysSo() async throws {
        try await withTickets { tickets in
            let ticket = try await tickets.ann.offload(SleepAnHour()).id
            let stream = try tickets.follow(ticket)
            _ = try await stream.next()
            try await tickets.ann.cancel(ticket)
            let rest = try await stream.all()
            #expect(rest.map(\.name) == ["state", "reply"])
            #expect(rest.first?.data.contains(#""status":"cancelled""#) == true)
            #expect(rest.last?.data == #"{"reply":null}"#)
        }
    }
}
