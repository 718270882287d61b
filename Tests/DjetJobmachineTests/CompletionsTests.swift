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
                database.model(), FailureLog(TestDatabase.logger), worker: { 1 },
                send: { if case .roomFreed = $0 { told.yield() } })
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
            #expect(completions.claims.isEmpty)
        }
    }

    @Test func oneStatementTakesSoManyBytesAndOneAnswerAtLeast() {
        func answer(_ number: Int64, _ size: Int) -> Completions.Completion {
            let ticket = TicketID(queue: "default", number: number)
            return .init(ticket: ticket, kind: "x", attempt: 1, reply: String(repeating: "1", count: size))
        }
        let long = (1...3).map { answer($0, 9 << 20) }
        #expect(Completions.fitting(long).map(\.ticket.number) == [1])
        #expect(Completions.fitting([answer(1, 40 << 20)] + long).count == 1)
        #expect(Completions.fitting((1...900).map { answer($0, 1) }).count == Completions.batch)
        var aside = Aside()
        for answer in long { aside[answer.ticket.number] = answer }
        #expect(aside.size == 27 << 20)
        aside[2] = nil
        aside[1] = answer(1, 5)
        #expect(aside.size == (9 << 20) + 5 && aside.count == 2)
    }

    @Test func whoeverIsToldLaterIsToldWithOthers() async throws {
        try await withDatabase { database in
            try await database.countStatements()
            let completions = Completions(
                database.model(), FailureLog(TestDatabase.logger), worker: { 1 }, send: { _ in })
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
            try await until(orElse: "not all have looked") {
                try await database.calls(like: "%outcomes(%") >= tickets.count
            }
            let count = try await withWorker(model, configuration: WorkerConfiguration(slots: 1)) {
                try await values.value.count
            }
            #expect(count == tickets.count)
        }
    }

    // MARK: One of many

    @Test(.endsWithTheSuite) func anAnswerThatARuleOfTheTableRefusesEndsAloneAsError() async throws {
        try await withAnswers { database, tickets, add in
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create function refuse() returns trigger language plpgsql as $$
                        begin
                          if new.reply = '"2"' then
                            raise exception 'not this one';
                          end if;
                          return new;
                        end $$;
                        create trigger refuses before insert on jobmachine.history
                        for each row execute function refuse();
                        """)
            }
            let completions = add()
            await completions.settle()
            #expect(try await tickets[0].value == "1")
            #expect(try await tickets[2].value == "3")
            let error = await #expect(throws: JobError.self) { try await tickets[1].value }
            #expect("\(error.map { "\($0)" } ?? "")".contains("not this one"))
        }
    }

    /// A session has locked the job, and keeps its transaction open.
    @Test(.endsWithTheSuite) func anAnswerWhoseJobSomebodyHasLockedHoldsBackNoOthers() async throws {
        try await withAnswers { database, tickets, add in
            let connection = try await Connection.open(database.connectionString)
            defer { connection.close() }
            try await connection.query("begin")
            try await connection.query(
                "select from jobmachine.job where id = \(tickets[1].id.number) for update")
            let completions = add()
            #expect(try await tickets[0].value == "1")
            #expect(try await tickets[2].value == "3")
            let known = completions.claims.map(\.id)
            #expect(known.contains(tickets[1].id.number), "it is not forgotten, nor handed back")
            try await connection.query("rollback")
            await completions.settle()
            #expect(try await tickets[1].value == "2")
        }
    }

    @Test(.endsWithTheSuite) func whoStopsDoesNotWaitForAnAnswerThatIsLockedForLong() async throws {
        try await withAnswers { database, tickets, add in
            let connection = try await Connection.open(database.connectionString)
            defer { connection.close() }
            try await connection.query("begin")
            try await connection.query(
                "select from jobmachine.job where id = \(tickets[1].id.number) for update")
            let completions = add()
            await completions.settle(within: .zero)
            #expect(completions.claims.isEmpty)
            try await connection.query("rollback")
        }
    }

    @Test(arguments: [
        ("22P05", true), ("54001", true), ("XX000", true), ("XX001", true), ("23514", true), ("P0001", true),
        ("55P03", true), ("53200", true), ("40001", false), ("40P01", false), ("57014", false),
        ("53100", false), ("57P01", false),
    ])
    func oneOfManyMayBeTheReason(state: String, isSo: Bool) {
        let isOfServer = state.hasPrefix("53") || state.hasPrefix("57P")
        var error = StoreError(isOfServer ? .unavailable : .refused, "no")
        error.sqlState = SQLState(rawValue: state)
        #expect(error.mayBeOfOneAnswer == isSo)
    }

    /// Runs `body` with three claimed jobs of worker 1, and a function that queues the answers "1", "2" and
    /// "3" to them.
    private func withAnswers(
        _ body: (TestDatabase, [Ticket<String>], _ add: () -> Completions) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            try await database.enterWorker(1)
            let tickets = try await model.offload((1...3).map { Echo(text: "\($0)") })
            try await database.store.query("select jobmachine.claim('default', 1, 3)")
            try await body(database, tickets) {
                let completions = Completions(
                    model, FailureLog(TestDatabase.logger), worker: { 1 }, send: { _ in })
                for (index, ticket) in tickets.enumerated() {
                    completions.add(
                        .init(ticket: ticket.id, kind: "x", attempt: 1, reply: "\"\(index + 1)\""))
                }
                return completions
            }
        }
    }
}
