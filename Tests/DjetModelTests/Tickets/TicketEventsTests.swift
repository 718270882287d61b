import DjetStore
import DjetTestSupport
import Testing

@testable import DjetModel

@Suite struct TicketEventsTests {
    @Test func aJobIsFollowedFromItsEntryToItsEnd() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.withGate(1) { open in
                let ticket = try await model.offload(WriteLog(lines: 2, gate: 1))
                var events = model.events(of: ticket.id).makeAsyncIterator()
                #expect(try await events.next()?.content.word == "entered")
                try await withWorker(model) {
                    var words: Set<String> = []
                    while words.count < 4, let event = try await events.next() {
                        words.insert(event.content.word)
                    }
                    #expect(
                        words == ["processing", "line 0 (number=0)", "line 1 (number=1)", "2 of 3"])
                    try await open()
                    var rest: [String] = []
                    while let event = try await events.next() { rest.append(event.content.word) }
                    #expect(rest == ["the last line\u{FFFD} of all", "finished", "reply 2"])
                }
            }
        }
    }

    @Test func whoResumesMissesNothingAndSeesNothingTwice() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let ticket = try await model.offload(WriteLog(lines: 20))
            _ = try await ticket.value
            let all = try await events(of: ticket.id, after: nil, model)
            #expect(all.count == 23)
            for (index, event) in all.enumerated() {
                let id = try #require(EventID("\(event.id)"))
                let rest = try await events(of: ticket.id, after: id, model)
                #expect(rest == Array(all[(index + 1)...]))
            }
        }
    }

    @Test func aLongLogIsReadPageByPage() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a"))
            try await database.store.query(
                """
                insert into jobmachine.log (job, at, attempt, level, message)
                select \(ticket.id.number), now(), 1, 'info', n::text from generate_series(1, 1200) n
                """)
            try await withWorker(model) { _ = try await ticket.value }
            let all = try await events(of: ticket.id, after: nil, model)
            #expect(all.prefix(1_200).map(\.content.word) == (1...1_200).map(String.init))
            #expect(all.dropFirst(1_200).map(\.content.word) == ["finished", "reply \"a\""])
        }
    }

    @Test func aFailureIsToldAndThereIsNoAnswer() async throws {
        try await withWorker(of: testFunctions) { _, model in
            let ticket = try await model.offload(WriteLog(lines: 0, fails: true))
            let all = try await events(of: ticket.id, after: nil, model)
            #expect(all.suffix(2).map(\.content.word) == ["error: enough said", "reply nil"])
        }
    }

    @Test func aJobThatIsRetriedAfterItsEndIsNewsToWhoSawIt() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await withWorker(model) {
                let ticket = try await model.offload(WriteLog(lines: 0, fails: true))
                _ = try? await ticket.value
                return ticket.id
            }
            let last = try #require(try await events(of: ticket, after: nil, model).last)
            #expect(try await events(of: ticket, after: last.id, model) == [])
            try await model.retry(ticket)
            var events = model.events(of: ticket, after: last.id).makeAsyncIterator()
            #expect(try await events.next()?.content.word == "entered: enough said")
        }
    }

    @Test func anUnknownTicketHasNoEvents() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a"))
            for unknown in [
                TicketID(queue: "default", number: 99), TicketID(queue: "slow", number: ticket.id.number),
            ] {
                await #expect(throws: JobError.unknown(unknown)) {
                    try await events(of: unknown, after: nil, model)
                }
            }
        }
    }

    @Test func whenTheListeningConnectionBreaksNothingIsLost() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.withGate(1) { open in
                try await withWorker(model) {
                    let ticket = try await model.offload(WriteLog(lines: 3, gate: 1))
                    var words: [String] = []
                    for try await event in model.events(of: ticket.id) {
                        words.append(event.content.word)
                        if event.content.word == "3 of 4" {
                            let id = try #require(model.store.listener.connection).processID
                            try await database.store.query("select pg_terminate_backend(\(id))")
                            try await open()
                        }
                    }
                    let told = [
                        "line 0 (number=0)", "line 1 (number=1)", "line 2 (number=2)", "3 of 4",
                        "the last line\u{FFFD} of all", "finished", "reply 3",
                    ]
                    #expect(words.filter { told.contains($0) } == told)
                }
            }
        }
    }

    private func events(of ticket: TicketID, after: EventID?, _ model: Model) async throws -> [TicketEvent] {
        var events: [TicketEvent] = []
        for try await event in model.events(of: ticket, after: after) { events.append(event) }
        return events
    }
}

extension TicketEvent.Content {
    /// The event in a few words.
    fileprivate var word: String {
        switch self {
        case .state(let state): state.status.rawValue + (state.error.map { ": \($0)" } ?? "")
        case .progress(let progress): "\(progress.done) of \(progress.of ?? 0)"
        case .log(let line): line.message
        case .reply(let text): "reply \(text ?? "nil")"
        }
    }
}
