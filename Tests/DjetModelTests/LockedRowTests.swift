import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// Rows that an open transaction keeps locked: whoever needs them is told so after a while.
@Suite struct LockedRowTests {
    /// A call that waits for another one, which an open transaction has made.
    struct Case: Sendable, CustomTestStringConvertible {
        let held: String
        let wanted: String
        /// The function that waits for the lock.
        let waiting: String

        init(_ held: String, _ wanted: String? = nil, in waiting: String) {
            (self.held, self.wanted, self.waiting) = (held, wanted ?? held, waiting)
        }

        var testDescription: String { wanted }
    }

    private static let again = "retry((select max(id) from jobmachine.history))"

    @Test(
        .endsWithTheSuite,
        arguments: [
            Case("pause('q')", in: "pause"),
            Case("resume('paused')", in: "resume"),
            Case("set_limit('q', 1)", "set_limit('r', 1)", in: "set_limit"),
            Case("drop_limit('limited')", in: "drop_limit"),
            Case("pause_schedule('s')", "run_schedule('s')", in: "require_schedule"),
            Case("add_schedule('t', '@daily', 'a')", in: "keep_schedule"),
            Case("pause_schedule('s')", "suspend_schedules_of('ada', 'away')", in: "suspend_schedules_of"),
            Case(
                "pause_schedule('s')", #"declare_schedules('p', '{"s": {"rule": "@daily", "kind": "a"}}')"#,
                in: "declare_schedules"),
            Case(again, in: "retry_job"),
        ])
    func whoNeedsThemIsToldSo(_ locked: Case) async throws {
        try await withDatabase { database in
            try await Self.prepare(database)
            try await database.store.query(
                Statement(text: "alter function jobmachine.\(locked.waiting) set lock_timeout = '50ms'"))
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query(Statement(text: "select jobmachine.\(locked.held)"))
            let error = await #expect(throws: StoreError.self) {
                try await database.store.query(Statement(text: "select jobmachine.\(locked.wanted)"))
            }
            #expect(error?.sqlState?.rawValue == "DJ503")
            #expect(error?.message.hasSuffix("locked by another session") == true)
            try await stranger.query("rollback")
            try await database.store.query(Statement(text: "select jobmachine.\(locked.wanted)"))
        }
    }

    @Test(.endsWithTheSuite) func manyAreRetriedBesideOneThatIsLocked() async throws {
        try await withDatabase { database in
            try await database.store.query("alter function jobmachine.retry_job set lock_timeout = '50ms'")
            let model = database.model()
            let tickets = try await model.offload((0..<3).map { Twice(number: $0) })
            for ticket in tickets { try await model.cancel(ticket.id) }
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query(
                "select from jobmachine.history where id = \(tickets[0].id.number) for update")
            let outcome = try await model.apply(.retry, to: tickets.map(\.id))
            #expect(outcome.done == 2)
            #expect(try await tickets[0].status == .cancelled)
        }
    }

    @Test func aReportOfAnUnknownKindWaitsForNoSchedule() async throws {
        try await withDatabase { database in
            let model = database.model()
            try await database.enterWorker(1)
            try await model.addSchedule("s", ScheduleDraft(rule: "@daily", kind: "nobodys"))
            let ticket = try await model.runSchedule("s")
            try await database.store.query(model.queue.claim("default", worker: 1, amount: 1, floors: []))
            let stranger = try await Connection.open(database.connectionString)
            defer { stranger.close() }
            try await stranger.query("begin")
            try await stranger.query("select from jobmachine.schedule for update")
            try await database.store.query(
                model.queue.fail(
                    worker: 1, id: ticket.number, attempt: 1,
                    failure: #"{"type": "unknown-kind", "message": "no"}"#, delay: nil))
            try await stranger.query("rollback")
            #expect(try await model.schedule("s").state == .active)
        }
    }

    private static func prepare(_ database: TestDatabase) async throws {
        let model = database.model()
        _ = try await model.pause("paused")
        try await model.limit("limited", to: QueueLimit(running: 1))
        try await database.store.query(
            "select jobmachine.add_schedule('s', '@daily', 'a', \"user\" => 'ada')")
        let ticket = try await model.offload(Twice(number: 1))
        try await model.cancel(ticket.id)
    }
}
