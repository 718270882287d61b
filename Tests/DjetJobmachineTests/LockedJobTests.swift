import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Open transactions that lock jobs: every wait for them has a limit.
@Suite struct LockedJobTests {
    @Test(.endsWithTheSuite) func aCancelOfALockedJobSaysThatItIsLocked() async throws {
        try await withDatabase { database in
            try await shorten("cancel(bigint, interval)", in: database)
            let model = database.model()
            let ticket = try await model.offload(Twice(number: 1))
            try await withLocked([ticket.id], in: database) {
                let error = await #expect(throws: ModelError.self) { try await model.cancel(ticket.id) }
                let words = if case .unavailable(let words)? = error { words } else { "" }
                #expect(words.hasPrefix("job \(ticket.id.number), or one that waits for it"))
            }
            #expect(try await ticket.status == .entered)
        }
    }

    @Test(.endsWithTheSuite) func aBulkCancelPassesOverThoseThatAreLocked() async throws {
        try await withDatabase { database in
            try await shorten("cancel(bigint, interval)", in: database)
            let model = database.model()
            let tickets = try await model.offload((0..<5).map { Twice(number: $0) })
            try await withLocked(tickets[0...2].map(\.id), in: database) {
                let outcome = try await model.apply(.cancel, to: tickets.map(\.id))
                #expect(outcome.done == 2)
            }
            for ticket in tickets[0...2] { #expect(try await ticket.status == .entered) }
            for ticket in tickets[3...] { #expect(try await ticket.status == .cancelled) }
        }
    }

    /// With the usual patience the server would end the statement first.
    @Test(.endsWithTheSuite, arguments: ["1 millisecond", "-1 hour"])
    func aCancelWaitsNoLongerThanItIsTold(patience: String) async throws {
        try await withDatabase { database in
            let id = try await database.model().offload(Twice(number: 1)).id
            try await withLocked([id], in: database) {
                let error = await #expect(throws: StoreError.self) {
                    try await database.store.transaction { connection in
                        try await connection.query("set local statement_timeout = '8s'")
                        try await connection.query(
                            "select jobmachine.cancel(\(id.number), \(patience)::text::interval)")
                    }
                }
                #expect(error?.sqlState?.rawValue == "DJ503")
            }
        }
    }

    @Test(.endsWithTheSuite) func aRescueLeavesALockedJobForABeatToCome() async throws {
        try await withDatabase { database in
            let model = database.model()
            for worker in 1...2 { try await database.enterWorker(worker) }
            let tickets = try await model.offload((0..<2).map { Twice(number: $0) })
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 2, floors: []))
            try await withLocked([tickets[0].id], in: database) {
                let rescued = try await database.store.first("select jobmachine.rescue(1)", as: Int.self)
                #expect(rescued == 1)
                #expect(try await tickets[1].status == .entered)
                try await database.store.query("select jobmachine.beat(2)")
                #expect(try await tickets[0].status == .processing)
            }
            try await database.store.query("select jobmachine.beat(2)")
            #expect(try await tickets[0].status == .entered)
            #expect(try await model.attempts(of: tickets[0].id).count == 1)
        }
    }

    /// The end of the job would end another one that waits for it and is locked.
    @Test(.endsWithTheSuite) func aJobThatCannotEndYetEndsWithABeatToCome() async throws {
        try await withDatabase { database in
            let model = database.model()
            for worker in 1...2 { try await database.enterWorker(worker) }
            let first = try await model.offload(Twice(number: 1))
            let second = try await model.offload(Twice(number: 2), after: [first.id])
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            try await model.cancel(first.id)
            try await withLocked([second.id], in: database) {
                try await database.store.query("select jobmachine.rescue(1)")
                #expect(try await first.status == .processing)
            }
            try await database.store.query("select jobmachine.beat(2)")
            #expect(try await first.status == .cancelled)
            #expect(try await second.status == .error)
        }
    }

    @Test(.endsWithTheSuite) func aWorkerThatIsLockedIsNotStruckOffAndItIsSaid() async throws {
        try await withDatabase { database in
            try await shorten("rescue(integer, bigint)", in: database)
            try await database.enterWorker(1)
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query("select from jobmachine.worker where id = 1 for update")
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query("select jobmachine.rescue(1)")
            }
            #expect(error?.sqlState?.rawValue == "DJ503")
            #expect(error?.message.hasPrefix("worker 1 is not struck off") == true)
        }
    }

    /// The locked job waits for a missing one, and thus should end.
    @Test(.endsWithTheSuite) func aLockedJobThatWaitsKeepsNoOtherFromTheLine() async throws {
        try await withDatabase { database in
            let model = database.model()
            let locked = try await model.offload(Twice(number: 1))
            let other = try await model.offload(Twice(number: 2))
            try await database.store.query(
                "update jobmachine.job set position = null where id = \(other.id.number)")
            try await database.store.query(
                "insert into jobmachine.dependency (needs, job, is_settled) values (4711, \(locked.id.number), false)"
            )
            try await withLocked([locked.id], in: database) {
                try await database.store.query(model.queue.promote(["default"]))
                #expect(try await other.status == .entered)
            }
        }
    }

    @Test(.endsWithTheSuite, arguments: [true, false])
    func anEndWaitsForNobodyWhoCancelsAJobThatWaitsForIt(finishes: Bool) async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            let first = try await model.offload(Twice(number: 1))
            let second = try await model.offload(Twice(number: 2), after: [first.id])
            try await database.store.query(model.queue.promote(["default"]))
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query("select jobmachine.cancel(\(second.id.number))")
            try await database.store.transaction { connection in
                try await connection.query("set local statement_timeout = '20s'")
                try await connection.query(
                    finishes
                        ? model.queue.replyOrRaise(
                            worker: 1, id: first.id.number, attempt: 1, reply: "2")
                        : model.queue.fail(
                            worker: 1, id: first.id.number, attempt: 1, failure: #"{"message": "no"}"#,
                            delay: nil))
            }
            #expect(try await first.status == (finishes ? .finished : .error))
            #expect(try await second.status == .waiting)
            try await stranger.query("rollback")
            try await database.store.query(model.queue.promote(["default"]))
            #expect(try await second.status == (finishes ? .entered : .error))
        }
    }

    /// Each of them waits for a missing job; one of them cannot be changed.
    @Test(.endsWithTheSuite) func oneThatCannotBeSettledKeepsNoOtherWaiting() async throws {
        try await withDatabase { database in
            let model = database.model()
            let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
            let ids = tickets.map(\.id.number)
            try await database.store.query(
                "update jobmachine.job set position = null, waiting_for = 1 where id = any (\(ids)::bigint[])"
            )
            try await database.store.query(
                """
                insert into jobmachine.dependency (needs, job, is_settled)
                select 4711 + id, id, false from unnest(\(ids)::bigint[]) as one(id)
                """)
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        create function refuse() returns trigger language plpgsql as
                        $$ begin raise exception 'not this one'; end $$;
                        create trigger refuse before delete on jobmachine.job
                        for each row when (old.id = \(ids[1])) execute function refuse();
                        """)
            }
            try await database.store.query(model.queue.promote(["default"]))
            #expect(try await tickets[0].status == .error)
            #expect(try await tickets[1].status == .waiting)
            #expect(try await tickets[2].status == .error)
        }
    }

    /// Runs `body` while another session keeps the jobs locked.
    private func withLocked(
        _ tickets: [TicketID], in database: TestDatabase, _ body: () async throws -> Void
    ) async throws {
        let stranger = try await Connection.open(database.connectionString)
        defer { stranger.close() }
        try await stranger.query("begin")
        try await stranger.query(
            "select from jobmachine.job where id = any (\(tickets.map(\.number))::bigint[]) for update")
        try await body()
        try await stranger.query("rollback")
    }

    /// Limits a function's waits for locks to 50 ms.
    private func shorten(_ function: String, in database: TestDatabase) async throws {
        try await database.store.query(
            Statement(stringLiteral: "alter function jobmachine.\(function) set lock_timeout = '50ms'"))
    }
}
