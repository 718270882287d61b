import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// The rights of a worker whose login is a member of `djet_work` only.
@Suite struct WorkRoleTests {
    /// Fails once, and returns the attempt that succeeded.
    struct Stubborn: ModelFunction {
        struct Tired: Error, Codable {}

        static let name = "stubborn"
        static let retry = Retry(attempts: 2, first: .milliseconds(1))

        func run(in model: Model) async throws -> Int {
            guard let attempt = model.job?.attempt, attempt > 1 else { throw Tired() }
            return attempt
        }
    }

    /// Leaves the rest to another function.
    struct HandOn: ModelFunction {
        static let name = "hand-on"

        func run(in model: Model) async throws -> TicketID {
            try await model.offload(Echo(text: "handed on")).id
        }
    }

    private static let functions: [any ModelFunction.Type] = testFunctions + [Stubborn.self, HandOn.self]

    @Test func itFinishesFailsAndTriesAgain() async throws {
        try await withWorkshop { database, model in
            let value = try await model.offload(Twice(number: 21)).value
            #expect(value == 42)
            await #expect(throws: Refuse.TooHeavy(grams: 2_001)) {
                try await model.offload(Refuse(.own)).value
            }
            let ticket = try await model.offload(Stubborn())
            #expect(try await ticket.value == 2)
            #expect(try await model.attempts(of: ticket.id).map(\.attempt) == [1])
        }
    }

    @Test func itWritesToTheApplicationsTablesAsFarAsThatAllowsIt() async throws {
        try await withWorkshop { database, model in
            try await database.makeEffects()
            // The owner has a schema of its own name, where nobody else looks.
            try await database.store.query("alter table effect set schema public")
            await #expect(throws: JobError.self) { try await model.offload(Effect(label: "a")).value }
            try await database.store.query("grant insert on effect to djet_work")
            let value = try await model.offload(Effect(label: "b")).value
            #expect(value == "b")
            #expect(try await database.effects("b") == 1)
        }
    }

    @Test func itReportsLogsAndStoresFiles() async throws {
        try await withWorkshop { database, model in
            try await database.withGate(1) { open in
                let ticket = try await model.offload(WriteLog(lines: 2, gate: 1))
                let job = try await database.job(of: ticket) { $0.progress != nil }
                #expect(job.progress?.done == 2)
                try await open()
                #expect(try await ticket.value == 2)
                #expect(try await model.log(of: ticket.id).count == 3)
            }
            let file = try await model.offload(BigFile(size: 10, seed: 1)).value
            #expect(try await model.file(file.id) == file)
        }
    }

    @Test func itOffloadsAndHearsOfCancellations() async throws {
        try await withWorkshop { database, model in
            let next = try await model.offload(HandOn()).value
            #expect(try await model.ticket(next, of: String.self).value == "handed on")
            let ticket = try await model.offload(SleepAnHour())
            try await database.job(of: ticket) { $0.progress != nil }
            try await ticket.cancel()
            await #expect(throws: JobError.cancelled(ticket.id)) { try await ticket.value }
        }
    }

    @Test func itRescuesAndKeepsTheDays() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let ticket = try await model.offload(Echo(text: "a"))
            for worker in 7...8 { try await database.enterWorker(worker) }
            try await database.store.query(
                model.queue.claim("default", worker: 7, amount: 1, floors: []))
            try await Self.makeOldDayAndDropLast(database)
            _ = try await database.signedIn(as: "djet_work") { workshop in
                try await workshop.store.query(model.queue.beat(8, retention: Retention()))
            }
            #expect(try await ticket.status == .entered)
            let days = try await database.store.rows(
                "select name from jobmachine.history_days()", as: String.self)
            #expect(days.count == 8 && !days.contains("history_20200101"))
        }
    }

    @Test func itErasesNothingOfThePresent() async throws {
        try await withDatabase { database in
            try await database.enterWorker(1)
            try await database.store.query(
                """
                insert into jobmachine.step (job, attempt, name, value, done_at)
                values (7, 1, 'charge', '1', now() - interval '2 days')
                """)
            try await database.store.query(
                "insert into jobmachine.file (name, mime_type) values ('a.txt', 'text/plain')")
            try await database.signedIn(as: "djet_work") { workshop in
                let error = await #expect(throws: StoreError.self) {
                    try await workshop.store.query("select jobmachine.beat(0, interval '-100 years')")
                }
                #expect(error?.sqlState == .workerNotRegistered)
                let allowed = try await workshop.allowed(of: ["select jobmachine.drop_old_steps('infinity')"])
                #expect(allowed == [])
                try await workshop.store.query("select jobmachine.drop_steps(7::bigint)")
            }
            try await Self.expectEverythingThere(in: database)
        }
    }

    @Test func aBeatForgetsNothingYoungerThanADay() async throws {
        try await withDatabase { database in
            try await database.enterWorker(1)
            try await database.store.query(
                "insert into jobmachine.step (job, attempt, name, value) values (7, 1, 'charge', '1')")
            try await database.store.query(
                "insert into jobmachine.file (name, mime_type) values ('a.txt', 'text/plain')")
            _ = try await database.signedIn(as: "djet_work") { workshop in
                try await workshop.store.query("select jobmachine.beat(1, interval '-100 years')")
            }
            try await Self.expectEverythingThere(in: database)
        }
    }

    @Test func itCountsNoRefusalsOfItsOwnInvention() async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_work") { workshop in
                for what in ["reply", "fail", "snooze", "progress", "log", "step", "transaction", "release"] {
                    try await workshop.store.query("select jobmachine.note_refusal(\(what))")
                }
                let error = await #expect(throws: StoreError.self) {
                    try await workshop.store.query("select jobmachine.note_refusal('r1')")
                }
                #expect(error?.sqlState?.rawValue == "DJ400")
            }
        }
    }

    private static func expectEverythingThere(in database: TestDatabase) async throws {
        for (table, amount) in ["history_days()": 8, "step": 1, "file": 1] {
            let left = try await database.store.first(
                Statement(stringLiteral: "select count(*) from jobmachine.\(table)"), as: Int.self)
            #expect(left == amount, "\(table)")
        }
    }

    @Test func steeringIsNotItsBusiness() async throws {
        try await withDatabase { database in
            let id = try await database.model().offload(Echo(text: "a")).id.number
            try await database.signedIn(as: "djet_work") { workshop in
                let queue = workshop.model().queue
                let allowed = try await workshop.allowed(of: [
                    "update jobmachine.job set priority = 0",
                    "delete from jobmachine.history",
                    "insert into jobmachine.worker (pid, slots, host, queues) values (1, 1, 'a', '{a}')",
                    "truncate jobmachine.log",
                    "create table jobmachine.own ()",
                    "select nextval('jobmachine.job_id_seq')",
                    "select jobmachine.drop_days('2100-01-01')",
                    "select jobmachine.recount()",
                    "select jobmachine.grant_rights()",
                    try queue.findLive(JobSearch(), areRunning: false, below: nil, amount: 10),
                    queue.retry(id),
                    queue.retryMany([id]),
                    queue.cancelMany([id]),
                    queue.deleteMany([id]),
                    queue.pause("default", by: nil),
                    queue.resume("default"),
                    queue.workers,
                ])
                #expect(allowed == [])
            }
        }
    }

    /// Runs a test on behalf of the schema's owner, beside a worker that may only work.
    private func withWorkshop(_ body: (TestDatabase, Model) async throws -> Void) async throws {
        try await withDatabase { database in
            try await database.signedIn(as: "djet_work") { workshop in
                try await withWorker(workshop.model(Self.functions)) {
                    try await body(database, database.model(Self.functions))
                }
            }
        }
    }

    private static func makeOldDayAndDropLast(_ database: TestDatabase) async throws {
        try await database.store.withConnection { connection in
            try await connection.run(
                script: """
                    create table jobmachine.history_20200101 partition of jobmachine.history
                      for values from ('2020-01-01 00:00+00') to ('2020-01-02 00:00+00');
                    do $$
                    begin
                      execute 'drop table jobmachine.' || max(d.name) from jobmachine.history_days() d;
                    end
                    $$
                    """)
        }
    }
}
